INSERT INTO item_count (course, meeting, question, place, item, hands)
VALUES (:course, :meeting, :question, :place, :item, :hands)
