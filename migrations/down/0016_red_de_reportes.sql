ALTER TABLE `reportes` DROP COLUMN `red`;
