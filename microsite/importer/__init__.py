"""Turn a press text into the draft of a briefing, with the words that every judgement rests on."""
