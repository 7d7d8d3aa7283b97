DELETE FROM step_time WHERE run = :run
