ALTER TABLE `usuarios` DROP COLUMN `segundo_factor_en`;
DROP TABLE `segundos_factores`;
DROP TABLE `invitaciones`;
DROP TABLE `codigos_recuperacion`;
