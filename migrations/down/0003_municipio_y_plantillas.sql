ALTER TABLE `municipio` DROP COLUMN `logo_clave`;
ALTER TABLE `municipio` DROP COLUMN `color_acento`;
ALTER TABLE `municipio` DROP COLUMN `color_principal`;
DROP TABLE `plantillas_respuesta`;
