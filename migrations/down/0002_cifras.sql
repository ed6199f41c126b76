DROP TABLE `mapa_celdas`;
DROP TABLE `cifras_reclamos`;
DROP TABLE `cifras_marca`;
DROP TABLE `cifras_acumuladas`;
