DROP TABLE `cifras_hechos`;
