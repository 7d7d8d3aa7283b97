INSERT INTO hand_count (course, meeting, question, n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
VALUES (:course, :meeting, :question, :n0, :n1, :n2, :n3, :n4, :n5, :n6, :n7, :n8, :n9, :n10)
ON CONFLICT DO UPDATE SET n0 = excluded.n0, n1 = excluded.n1, n2 = excluded.n2, n3 = excluded.n3, n4 = excluded.n4,
    n5 = excluded.n5, n6 = excluded.n6, n7 = excluded.n7, n8 = excluded.n8, n9 = excluded.n9, n10 = excluded.n10
