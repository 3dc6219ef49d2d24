"""Whatever holds Arabic news on a disk → records → rows in Parquet parts, each input accounted for."""
