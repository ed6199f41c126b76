ALTER TABLE `correos` DROP COLUMN `enlace_id`;
DROP TABLE `reportes_fotos`;
DROP TABLE `reportes`;
DROP TABLE `enlaces`;
