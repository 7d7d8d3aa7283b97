DELETE FROM item_count WHERE course = :course AND meeting = :meeting AND question = :question
