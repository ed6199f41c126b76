CREATE TABLE `cifras_hechos` (
	`hecho` text NOT NULL,
	`en` integer NOT NULL,
	`reclamo_id` integer NOT NULL,
	PRIMARY KEY(`hecho`, `en`, `reclamo_id`)
);
--> statement-breakpoint
CREATE INDEX `cifras_hechos_reclamo` ON `cifras_hechos` (`reclamo_id`,`hecho`,`en`);
--> statement-breakpoint
INSERT INTO `cifras_hechos` (`hecho`, `en`, `reclamo_id`)
SELECT 'respondido', min(en), reclamo_id FROM eventos
WHERE reclamo_id IN (SELECT id FROM cifras_reclamos) AND (tipo IN ('asignado', 'iniciado', 'resuelto', 'rechazado')
	OR (tipo = 'comentado' AND NOT interno AND (SELECT rol FROM usuarios WHERE usuarios.id = eventos.usuario_id) <> 'vecino'))
GROUP BY reclamo_id;
--> statement-breakpoint
INSERT OR IGNORE INTO `cifras_hechos` (`hecho`, `en`, `reclamo_id`)
SELECT 'reabierto', en, reclamo_id FROM eventos WHERE tipo = 'reabierto' AND reclamo_id IN (SELECT id FROM cifras_reclamos);
--> statement-breakpoint
INSERT OR IGNORE INTO `cifras_hechos` (`hecho`, `en`, `reclamo_id`)
SELECT 'calificado', en, reclamo_id FROM calificaciones WHERE reclamo_id IN (SELECT id FROM cifras_reclamos);
