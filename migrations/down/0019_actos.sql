DROP INDEX `eventos_usuario`;
