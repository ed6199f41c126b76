ALTER TABLE `correos` DROP COLUMN `aparato`;
