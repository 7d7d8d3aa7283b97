-- What verify tells about a file.
SELECT (SELECT count(*) FROM course), (SELECT count(*) FROM attendance), (SELECT count(*) FROM feedback_round)
