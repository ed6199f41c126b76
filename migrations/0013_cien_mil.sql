DROP INDEX `reclamos_cuadrilla_vence`;--> statement-breakpoint
CREATE INDEX `reclamos_cuadrilla_vence` ON `reclamos` (`cuadrilla_id`,`vence_en`,`id`,`demorado_en`,`ciclo`,`lat`,`lng`) WHERE cerrado_en IS NULL AND cuadrilla_id IS NOT NULL;--> statement-breakpoint
DROP INDEX `seguidores_persona`;--> statement-breakpoint
CREATE INDEX `seguidores_persona` ON `seguidores` (`persona_id`,`reclamo_id`);--> statement-breakpoint
ALTER TABLE `cuadrillas` ADD `abiertos` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `correos_raros` ON `correos` (`id`) WHERE estado IN ('incierto', 'suprimido');--> statement-breakpoint
-- Its open reclamos, on the crew itself. What a trigger changes does not count in changes(), so the guards stay as they are.
UPDATE `cuadrillas` SET `abiertos` = (SELECT count(*) FROM `reclamos` r WHERE r.`cuadrilla_id` = `cuadrillas`.`id` AND r.`cerrado_en` IS NULL);--> statement-breakpoint
CREATE TRIGGER `cuadrillas_abiertos_nuevo` AFTER INSERT ON `reclamos` WHEN NEW.`cuadrilla_id` IS NOT NULL AND NEW.`cerrado_en` IS NULL
BEGIN
  UPDATE `cuadrillas` SET `abiertos` = `abiertos` + 1 WHERE `id` = NEW.`cuadrilla_id`;
END;--> statement-breakpoint
CREATE TRIGGER `cuadrillas_abiertos_cambio` AFTER UPDATE OF `cuadrilla_id`, `cerrado_en` ON `reclamos`
WHEN iif(OLD.`cerrado_en` IS NULL, OLD.`cuadrilla_id`, NULL) IS NOT iif(NEW.`cerrado_en` IS NULL, NEW.`cuadrilla_id`, NULL)
BEGIN
  UPDATE `cuadrillas` SET `abiertos` = `abiertos` - (OLD.`cerrado_en` IS NULL AND `id` IS OLD.`cuadrilla_id`)
    + (NEW.`cerrado_en` IS NULL AND `id` IS NEW.`cuadrilla_id`)
  WHERE `id` IN (OLD.`cuadrilla_id`, NEW.`cuadrilla_id`);
END;
