DROP INDEX `entregas_fallidas`;
DROP INDEX `correos_fallidos`;
DROP INDEX `eventos_aparcados`;
ALTER TABLE `eventos` DROP COLUMN `aparcado_en`;
