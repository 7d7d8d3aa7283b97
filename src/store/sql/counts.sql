SELECT question, n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10
FROM feedback_count WHERE course = :course AND meeting = :meeting ORDER BY place, question
