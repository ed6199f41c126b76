ALTER TABLE `correos` DROP COLUMN `historia`;
ALTER TABLE `zonas` DROP COLUMN `version`;
ALTER TABLE `plantillas_respuesta` DROP COLUMN `version`;
ALTER TABLE `municipio` DROP COLUMN `version`;
ALTER TABLE `municipio` DROP COLUMN `contacto`;
ALTER TABLE `cuadrillas` DROP COLUMN `version`;
ALTER TABLE `categorias` DROP COLUMN `version`;
