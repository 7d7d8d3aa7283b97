SELECT groups FROM grouping WHERE course = :course ORDER BY number
