ALTER TABLE `personas` DROP COLUMN `unida_a`;
