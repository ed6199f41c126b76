-- WITHOUT ROWID is written by hand: drizzle-kit has no word for it. The two tables are read by their key alone, and so
-- at one row read a row instead of two.
CREATE TABLE `cifras_acumuladas` (
	`categoria_id` integer NOT NULL,
	`zona_id` integer NOT NULL,
	`cuadrilla_id` integer NOT NULL,
	`dia` integer NOT NULL,
	`recibidos` integer DEFAULT 0 NOT NULL,
	`resueltos` integer DEFAULT 0 NOT NULL,
	`rechazados` integer DEFAULT 0 NOT NULL,
	`cumplidos` integer DEFAULT 0 NOT NULL,
	`reabiertos` integer DEFAULT 0 NOT NULL,
	`calificaciones` integer DEFAULT 0 NOT NULL,
	`estrellas` integer DEFAULT 0 NOT NULL,
	`respondidos` integer DEFAULT 0 NOT NULL,
	`abiertos` integer DEFAULT 0 NOT NULL,
	`vencidos` integer DEFAULT 0 NOT NULL,
	`sin_asignar` integer DEFAULT 0 NOT NULL,
	`sin_ubicar` integer DEFAULT 0 NOT NULL,
	`abiertos_otra_vez` integer DEFAULT 0 NOT NULL,
	`d0` integer DEFAULT 0 NOT NULL,
	`d1` integer DEFAULT 0 NOT NULL,
	`d2` integer DEFAULT 0 NOT NULL,
	`d3` integer DEFAULT 0 NOT NULL,
	`d4` integer DEFAULT 0 NOT NULL,
	`d5` integer DEFAULT 0 NOT NULL,
	`d6` integer DEFAULT 0 NOT NULL,
	`d7` integer DEFAULT 0 NOT NULL,
	`d8` integer DEFAULT 0 NOT NULL,
	`d9` integer DEFAULT 0 NOT NULL,
	`d10` integer DEFAULT 0 NOT NULL,
	`d11` integer DEFAULT 0 NOT NULL,
	`d12` integer DEFAULT 0 NOT NULL,
	`d13` integer DEFAULT 0 NOT NULL,
	`d14` integer DEFAULT 0 NOT NULL,
	`d15` integer DEFAULT 0 NOT NULL,
	`d16` integer DEFAULT 0 NOT NULL,
	`d17` integer DEFAULT 0 NOT NULL,
	`d18` integer DEFAULT 0 NOT NULL,
	`d19` integer DEFAULT 0 NOT NULL,
	`d20` integer DEFAULT 0 NOT NULL,
	`d21` integer DEFAULT 0 NOT NULL,
	`d22` integer DEFAULT 0 NOT NULL,
	`d23` integer DEFAULT 0 NOT NULL,
	`d24` integer DEFAULT 0 NOT NULL,
	`d25` integer DEFAULT 0 NOT NULL,
	`d26` integer DEFAULT 0 NOT NULL,
	`h0` integer DEFAULT 0 NOT NULL,
	`h1` integer DEFAULT 0 NOT NULL,
	`h2` integer DEFAULT 0 NOT NULL,
	`h3` integer DEFAULT 0 NOT NULL,
	`h4` integer DEFAULT 0 NOT NULL,
	`h5` integer DEFAULT 0 NOT NULL,
	`h6` integer DEFAULT 0 NOT NULL,
	`h7` integer DEFAULT 0 NOT NULL,
	`h8` integer DEFAULT 0 NOT NULL,
	`h9` integer DEFAULT 0 NOT NULL,
	`h10` integer DEFAULT 0 NOT NULL,
	`h11` integer DEFAULT 0 NOT NULL,
	`h12` integer DEFAULT 0 NOT NULL,
	`h13` integer DEFAULT 0 NOT NULL,
	`h14` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`categoria_id`, `zona_id`, `cuadrilla_id`, `dia`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `cifras_marca` (
	`id` integer PRIMARY KEY NOT NULL,
	`turno` integer NOT NULL,
	`evento_id` integer NOT NULL,
	`reclamo_id` integer,
	`dia` integer NOT NULL,
	`en` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cifras_reclamos` (
	`id` integer PRIMARY KEY NOT NULL,
	`aporte` text NOT NULL,
	`x` integer,
	`y` integer,
	`dia` integer
);
--> statement-breakpoint
CREATE INDEX `cifras_reclamos_lugar` ON `cifras_reclamos` (`x`,`y`) WHERE x IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cifras_reclamos_dia` ON `cifras_reclamos` (`dia`) WHERE dia IS NOT NULL;--> statement-breakpoint
CREATE TABLE `mapa_celdas` (
	`periodo` integer NOT NULL,
	`nivel` integer NOT NULL,
	`categoria_id` integer NOT NULL,
	`grupo` integer NOT NULL,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`n` integer NOT NULL,
	`suma_lat` integer NOT NULL,
	`suma_lng` integer NOT NULL,
	`suma_id` integer NOT NULL,
	PRIMARY KEY(`periodo`, `nivel`, `categoria_id`, `grupo`, `x`, `y`)
) WITHOUT ROWID;
