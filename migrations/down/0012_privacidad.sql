ALTER TABLE `municipio` DROP COLUMN `meses_personales`;
DROP INDEX `auditoria_objeto`;
CREATE INDEX `auditoria_objeto` ON `auditoria` (`objeto`,`objeto_id`) WHERE objeto_id IS NOT NULL;
