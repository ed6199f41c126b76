DROP TRIGGER `cuadrillas_abiertos_cambio`;
DROP TRIGGER `cuadrillas_abiertos_nuevo`;
DROP INDEX `correos_raros`;
ALTER TABLE `cuadrillas` DROP COLUMN `abiertos`;
DROP INDEX `seguidores_persona`;
CREATE INDEX `seguidores_persona` ON `seguidores` (`persona_id`);
DROP INDEX `reclamos_cuadrilla_vence`;
CREATE INDEX `reclamos_cuadrilla_vence` ON `reclamos` (`cuadrilla_id`,`vence_en`) WHERE cerrado_en IS NULL AND cuadrilla_id IS NOT NULL;
