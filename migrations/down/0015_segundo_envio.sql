DROP INDEX `correos_otra_vez`;
ALTER TABLE `correos` DROP COLUMN `segunda_en`;
