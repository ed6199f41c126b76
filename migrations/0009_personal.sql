CREATE TABLE `codigos_recuperacion` (
	`usuario_id` integer NOT NULL,
	`hash` text NOT NULL,
	`usado_en` integer,
	PRIMARY KEY(`usuario_id`, `hash`),
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invitaciones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`persona_id` integer NOT NULL,
	`email` text NOT NULL,
	`rol` text NOT NULL,
	`cuadrilla_id` integer,
	`token_hash` text NOT NULL,
	`envio` integer DEFAULT 1 NOT NULL,
	`vence_en` integer NOT NULL,
	`creada_por` integer NOT NULL,
	`creado_en` integer NOT NULL,
	`aceptada_en` integer,
	`retirada_en` integer,
	FOREIGN KEY (`persona_id`) REFERENCES `personas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cuadrilla_id`) REFERENCES `cuadrillas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creada_por`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitaciones_rol_valido" CHECK(rol IN ('vecino', 'cuadrilla', 'supervisor', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitaciones_abierta` ON `invitaciones` (`email`) WHERE aceptada_en IS NULL AND retirada_en IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `invitaciones_token` ON `invitaciones` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitaciones_persona` ON `invitaciones` (`persona_id`);--> statement-breakpoint
CREATE TABLE `segundos_factores` (
	`usuario_id` integer PRIMARY KEY NOT NULL,
	`secreto` text,
	`pendiente` text,
	`ultimo_paso` integer DEFAULT 0 NOT NULL,
	`creado_en` integer NOT NULL,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `usuarios` ADD `segundo_factor_en` integer;