SELECT 1 FROM run WHERE id = :run
