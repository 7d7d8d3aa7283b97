SELECT id, title, municipality, place, starts, leader_one, leader_two, participants FROM course ORDER BY id
