package app.saywell.lesson

import app.saywell.core
import app.saywell.moment
import org.saywell.engine.CardKind
import org.saywell.engine.LessonCard
import org.saywell.engine.LessonStep
import org.saywell.engine.LessonVerbs
import java.time.OffsetDateTime

/** What someone read before: on from where they left [unit] until a card is [wanted], or to its end. */
fun readTo(unit: String, wanted: (CardKind) -> Boolean): LessonCard = core {
    var step = lesson().openUnit(unit, moment)
    while (true) {
        val card = (step as LessonStep.Card).card
        if (wanted(card.card.kind)) return@core card
        step = lesson().past(card)
    }
    @Suppress("UNREACHABLE_CODE")
    error("no such card")
}

/** The last card of a unit, with all before it seen. */
fun readAll(unit: String, at: OffsetDateTime = moment): LessonCard = core {
    var card = (lesson().openUnit(unit, at) as LessonStep.Card).card
    while (card.position < card.of) card = (lesson().past(card, at) as LessonStep.Card).card
    lesson().nextCard(unit, card.card.id, at)
    card
}

private fun LessonVerbs.past(card: LessonCard, at: OffsetDateTime = moment): LessonStep {
    val gate = card.card.kind as? CardKind.Gate ?: return nextCard(card.unit, card.card.id, at)
    return answerGate(card.unit, card.card.id, gate.doors.first { it.to == null }.id, at)
}
