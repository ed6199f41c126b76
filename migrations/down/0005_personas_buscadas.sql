DROP INDEX `personas_telefono`;
DROP INDEX `personas_email`;
