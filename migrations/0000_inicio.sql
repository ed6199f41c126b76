CREATE TABLE `categorias` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`nombre` text NOT NULL,
	`icono` text NOT NULL,
	`color` text NOT NULL,
	`privada` integer DEFAULT false NOT NULL,
	`activa` integer DEFAULT true NOT NULL,
	`orden` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categorias_nombre` ON `categorias` (`nombre`);--> statement-breakpoint
CREATE TABLE `cuadrilla_categorias` (
	`cuadrilla_id` integer NOT NULL,
	`categoria_id` integer NOT NULL,
	PRIMARY KEY(`cuadrilla_id`, `categoria_id`),
	FOREIGN KEY (`cuadrilla_id`) REFERENCES `cuadrillas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`categoria_id`) REFERENCES `categorias`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cuadrilla_categorias_categoria` ON `cuadrilla_categorias` (`categoria_id`);--> statement-breakpoint
CREATE TABLE `cuadrillas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`nombre` text NOT NULL,
	`activa` integer DEFAULT true NOT NULL,
	`capacidad` integer DEFAULT 10 NOT NULL,
	`zona_id` integer,
	FOREIGN KEY (`zona_id`) REFERENCES `zonas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cuadrillas_nombre` ON `cuadrillas` (`nombre`);--> statement-breakpoint
CREATE TABLE `municipio` (
	`id` integer PRIMARY KEY NOT NULL,
	`nombre` text NOT NULL,
	`limite` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL,
	`reclamos_por_dia` integer NOT NULL,
	`actualizado_en` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plazos` (
	`categoria_id` integer PRIMARY KEY NOT NULL,
	`horas_normal` integer NOT NULL,
	`horas_urgente` integer NOT NULL,
	FOREIGN KEY (`categoria_id`) REFERENCES `categorias`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `zonas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`nombre` text NOT NULL,
	`poligono` text NOT NULL,
	`activa` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zonas_nombre` ON `zonas` (`nombre`);--> statement-breakpoint
CREATE TABLE `claves` (
	`usuario_id` integer NOT NULL,
	`clave` text NOT NULL,
	`huella` text NOT NULL,
	`status` integer,
	`respuesta` text,
	`en` integer NOT NULL,
	PRIMARY KEY(`usuario_id`, `clave`),
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claves_en` ON `claves` (`en`);--> statement-breakpoint
CREATE TABLE `correos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`evento_id` integer,
	`persona_id` integer NOT NULL,
	`reclamo_id` integer,
	`plantilla` text NOT NULL,
	`para` text NOT NULL,
	`asunto` text DEFAULT '' NOT NULL,
	`estado` text NOT NULL,
	`intentos` integer DEFAULT 0 NOT NULL,
	`reclamado_hasta` integer,
	`proveedor_id` text,
	`message_id` text,
	`error` text,
	`creado_en` integer NOT NULL,
	`enviado_en` integer,
	`encolado_en` integer,
	FOREIGN KEY (`evento_id`) REFERENCES `eventos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`persona_id`) REFERENCES `personas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reclamo_id`) REFERENCES `reclamos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `correos_una_vez` ON `correos` (`evento_id`,`persona_id`,`plantilla`);--> statement-breakpoint
CREATE INDEX `correos_pendientes` ON `correos` (`creado_en`) WHERE estado IN ('pendiente', 'reintentando');--> statement-breakpoint
CREATE INDEX `correos_reclamo` ON `correos` (`reclamo_id`) WHERE reclamo_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `corridas` (
	`tarea` text PRIMARY KEY NOT NULL,
	`en` integer NOT NULL,
	`resultado` text NOT NULL,
	`ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entregas` (
	`evento_id` integer NOT NULL,
	`usuario_id` integer NOT NULL,
	`silenciosa` integer NOT NULL,
	`estado` text NOT NULL,
	`seq` integer,
	`intentos` integer DEFAULT 0 NOT NULL,
	`error` text,
	`en` integer NOT NULL,
	PRIMARY KEY(`evento_id`, `usuario_id`),
	FOREIGN KEY (`evento_id`) REFERENCES `eventos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `eventos` (
	`id` integer PRIMARY KEY NOT NULL,
	`reclamo_id` integer,
	`tipo` text NOT NULL,
	`guardia` integer NOT NULL,
	`version` integer,
	`estado` text,
	`ciclo` integer DEFAULT 1 NOT NULL,
	`usuario_id` integer,
	`interno` integer DEFAULT false NOT NULL,
	`datos` text NOT NULL,
	`clave` text,
	`huella` text,
	`resultado` text,
	`en` integer NOT NULL,
	`despachado_en` integer,
	`intentos` integer DEFAULT 0 NOT NULL,
	`proximo_en` integer,
	`error` text,
	FOREIGN KEY (`reclamo_id`) REFERENCES `reclamos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `eventos_version` ON `eventos` (`reclamo_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `eventos_clave` ON `eventos` (`usuario_id`,`clave`) WHERE clave IS NOT NULL;--> statement-breakpoint
CREATE INDEX `eventos_pendientes` ON `eventos` (`en`) WHERE despachado_en IS NULL;--> statement-breakpoint
CREATE TABLE `preferencias` (
	`usuario_id` integer NOT NULL,
	`tipo` text NOT NULL,
	`canal` text NOT NULL,
	`activa` integer NOT NULL,
	PRIMARY KEY(`usuario_id`, `tipo`, `canal`),
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `supresiones` (
	`email` text PRIMARY KEY NOT NULL,
	`motivo` text NOT NULL,
	`en` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `textos` (
	`evento_id` integer PRIMARY KEY NOT NULL,
	`texto` text NOT NULL,
	FOREIGN KEY (`evento_id`) REFERENCES `eventos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cuentas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`usuario_id` integer NOT NULL,
	`cuenta_externa` text NOT NULL,
	`proveedor` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_vence_en` integer,
	`refresh_token_vence_en` integer,
	`scope` text,
	`contrasena` text,
	`creado_en` integer NOT NULL,
	`actualizado_en` integer NOT NULL,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cuentas_usuario` ON `cuentas` (`usuario_id`);--> statement-breakpoint
CREATE TABLE `intentos` (
	`clave` text PRIMARY KEY NOT NULL,
	`fallos` integer NOT NULL,
	`desde` integer NOT NULL,
	`hasta` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `personas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`nombre` text NOT NULL,
	`apellido` text DEFAULT '' NOT NULL,
	`email` text,
	`telefono` text,
	`idioma` text DEFAULT 'es' NOT NULL,
	`anonimizada_en` integer,
	`creado_en` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sesiones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`usuario_id` integer NOT NULL,
	`token` text NOT NULL,
	`vence_en` integer NOT NULL,
	`direccion_ip` text,
	`agente` text,
	`creado_en` integer NOT NULL,
	`actualizado_en` integer NOT NULL,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sesiones_token` ON `sesiones` (`token`);--> statement-breakpoint
CREATE INDEX `sesiones_usuario` ON `sesiones` (`usuario_id`);--> statement-breakpoint
CREATE TABLE `usuarios` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`persona_id` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verificado` integer DEFAULT false NOT NULL,
	`image` text,
	`rol` text DEFAULT 'vecino' NOT NULL,
	`cuadrilla_id` integer,
	`bloqueado_en` integer,
	`creado_en` integer NOT NULL,
	`actualizado_en` integer NOT NULL,
	FOREIGN KEY (`persona_id`) REFERENCES `personas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cuadrilla_id`) REFERENCES `cuadrillas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "usuarios_rol_valido" CHECK(rol IN ('vecino', 'cuadrilla', 'supervisor', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `usuarios_email` ON `usuarios` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `usuarios_persona` ON `usuarios` (`persona_id`);--> statement-breakpoint
CREATE INDEX `usuarios_rol` ON `usuarios` (`rol`);--> statement-breakpoint
CREATE INDEX `usuarios_cuadrilla` ON `usuarios` (`cuadrilla_id`);--> statement-breakpoint
CREATE TABLE `verificaciones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`identificador` text NOT NULL,
	`valor` text NOT NULL,
	`vence_en` integer NOT NULL,
	`creado_en` integer NOT NULL,
	`actualizado_en` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verificaciones_identificador` ON `verificaciones` (`identificador`);--> statement-breakpoint
CREATE TABLE `calificaciones` (
	`reclamo_id` integer NOT NULL,
	`ciclo` integer NOT NULL,
	`conforme` integer NOT NULL,
	`estrellas` integer NOT NULL,
	`en` integer NOT NULL,
	PRIMARY KEY(`reclamo_id`, `ciclo`),
	FOREIGN KEY (`reclamo_id`) REFERENCES `reclamos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fotos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`clave` text NOT NULL,
	`subida_por` integer NOT NULL,
	`reclamo_id` integer,
	`evento_id` integer,
	`momento` text,
	`ancho` integer NOT NULL,
	`alto` integer NOT NULL,
	`bytes` integer NOT NULL,
	`oculta` integer DEFAULT false NOT NULL,
	`creado_en` integer NOT NULL,
	FOREIGN KEY (`subida_por`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reclamo_id`) REFERENCES `reclamos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fotos_clave` ON `fotos` (`clave`);--> statement-breakpoint
CREATE INDEX `fotos_reclamo` ON `fotos` (`reclamo_id`);--> statement-breakpoint
CREATE INDEX `fotos_sueltas` ON `fotos` (`creado_en`) WHERE reclamo_id IS NULL;--> statement-breakpoint
CREATE TABLE `reclamos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`codigo` text NOT NULL,
	`titulo` text NOT NULL,
	`descripcion` text NOT NULL,
	`categoria_id` integer NOT NULL,
	`prioridad` text NOT NULL,
	`direccion` text NOT NULL,
	`lat` real,
	`lng` real,
	`zona_id` integer,
	`creador_id` integer NOT NULL,
	`canal` text NOT NULL,
	`cuadrilla_id` integer,
	`estado` text NOT NULL,
	`ciclo` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`vence_en` integer NOT NULL,
	`ciclo_desde` integer NOT NULL,
	`programado_para` integer,
	`cerrado_en` integer,
	`demorado_en` integer,
	`motivo_rechazo` text,
	`original_id` integer,
	`seguidores` integer DEFAULT 0 NOT NULL,
	`oculto` integer DEFAULT false NOT NULL,
	`titulo_publico` text,
	`descripcion_publica` text,
	`creado_en` integer NOT NULL,
	`actualizado_en` integer NOT NULL,
	FOREIGN KEY (`categoria_id`) REFERENCES `categorias`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zona_id`) REFERENCES `zonas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creador_id`) REFERENCES `personas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cuadrilla_id`) REFERENCES `cuadrillas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reclamos_estado_valido" CHECK(estado IN ('nuevo', 'asignado', 'en_proceso', 'resuelto', 'rechazado')),
	CONSTRAINT "reclamos_prioridad_valida" CHECK(prioridad IN ('baja', 'normal', 'alta', 'urgente')),
	CONSTRAINT "reclamos_cerrado" CHECK((estado IN ('resuelto', 'rechazado')) = (cerrado_en IS NOT NULL)),
	CONSTRAINT "reclamos_punto" CHECK((lat IS NULL) = (lng IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reclamos_codigo` ON `reclamos` (`codigo`);--> statement-breakpoint
CREATE INDEX `reclamos_estado` ON `reclamos` (`estado`);--> statement-breakpoint
CREATE INDEX `reclamos_estado_vence` ON `reclamos` (`estado`,`vence_en`);--> statement-breakpoint
CREATE INDEX `reclamos_categoria` ON `reclamos` (`categoria_id`);--> statement-breakpoint
CREATE INDEX `reclamos_categoria_vence` ON `reclamos` (`categoria_id`,`vence_en`) WHERE cerrado_en IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_zona` ON `reclamos` (`zona_id`);--> statement-breakpoint
CREATE INDEX `reclamos_zona_vence` ON `reclamos` (`zona_id`,`vence_en`) WHERE cerrado_en IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_cuadrilla` ON `reclamos` (`cuadrilla_id`) WHERE cuadrilla_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reclamos_cuadrilla_vence` ON `reclamos` (`cuadrilla_id`,`vence_en`) WHERE cerrado_en IS NULL AND cuadrilla_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reclamos_prioridad` ON `reclamos` (`prioridad`);--> statement-breakpoint
CREATE INDEX `reclamos_prioridad_vence` ON `reclamos` (`prioridad`,`vence_en`) WHERE cerrado_en IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_abiertos` ON `reclamos` (`id`) WHERE cerrado_en IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_vence` ON `reclamos` (`vence_en`) WHERE cerrado_en IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_sin_ubicar_vence` ON `reclamos` (`vence_en`) WHERE cerrado_en IS NULL AND lat IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_sin_ubicar` ON `reclamos` (`id`) WHERE cerrado_en IS NULL AND lat IS NULL;--> statement-breakpoint
CREATE INDEX `reclamos_vencidos_vence` ON `reclamos` (`vence_en`) WHERE cerrado_en IS NULL AND demorado_en IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reclamos_vencidos` ON `reclamos` (`id`) WHERE cerrado_en IS NULL AND demorado_en IS NOT NULL;--> statement-breakpoint
CREATE INDEX `reclamos_reabiertos_vence` ON `reclamos` (`vence_en`) WHERE cerrado_en IS NULL AND ciclo > 1;--> statement-breakpoint
CREATE INDEX `reclamos_reabiertos` ON `reclamos` (`id`) WHERE cerrado_en IS NULL AND ciclo > 1;--> statement-breakpoint
CREATE INDEX `reclamos_creador` ON `reclamos` (`creador_id`);--> statement-breakpoint
CREATE INDEX `reclamos_creado` ON `reclamos` (`creado_en`);--> statement-breakpoint
CREATE INDEX `reclamos_similares` ON `reclamos` (`categoria_id`,`lat`,`lng`) WHERE cerrado_en IS NULL AND lat IS NOT NULL;--> statement-breakpoint
CREATE TABLE `seguidores` (
	`reclamo_id` integer NOT NULL,
	`persona_id` integer NOT NULL,
	`desde` integer NOT NULL,
	PRIMARY KEY(`reclamo_id`, `persona_id`),
	FOREIGN KEY (`reclamo_id`) REFERENCES `reclamos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`persona_id`) REFERENCES `personas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seguidores_persona` ON `seguidores` (`persona_id`);