/** A unit: one card at a time, and its end. */
package app.saywell.lesson

import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.ScrollView
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpCardRoute
import app.saywell.routeTo
import app.saywell.ui.Segments
import app.saywell.ui.TopBar
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.CardKind
import org.saywell.engine.LessonCard
import org.saywell.engine.LessonStep
import org.saywell.engine.Saywell
import org.saywell.engine.UnitEnd

data class UnitRoute(val id: String) : Route {
    override fun screen() = UnitScreen(this)
}

/** The end of a unit, by its last card. */
data class UnitEndRoute(val unit: String, val card: String) : Route {
    override fun screen() = UnitEndScreen(this)
}

class UnitScreen(private val route: UnitRoute) : Screen(R.layout.lesson_unit) {
    /** What core says next, and the title of what the card shows or leads to, if it does. */
    private class Answer(val step: LessonStep, val named: String?)

    private val body get() = find<ViewGroup>(R.id.body)
    private lateinit var speech: Speech
    private var shown: LessonCard? = null
    private var note: NoteField? = null

    override fun open() {
        speech = Speech(context)
        find<TopBar>(R.id.top).action.setOnClickListener { speech.toggle(find(R.id.card)) }
        find<View>(R.id.back).setOnClickListener { previous() }
        find<View>(R.id.next).setOnClickListener { next() }
        move { lesson().openUnit(route.id, now()) }
    }

    override fun outOfSight() = speech.stop()

    override fun close() {
        if (comesBack) note?.send() else note?.leave()
        speech.close()
    }

    /** Every move is a verb that answers with what comes next. */
    private fun move(verb: Saywell.() -> LessonStep) {
        note?.leave()
        ask { verb().let { Answer(it, named(it)) } } show ::show
    }

    private fun Saywell.named(step: LessonStep) = when (val kind = (step as? LessonStep.Card)?.card?.card?.kind) {
        is CardKind.Exchange -> lesson().title(kind.technique)
        is CardKind.Practise -> lesson().title(kind.to)
        else -> null
    }

    private fun show(answer: Answer) {
        speech.stop()
        when (val step = answer.step) {
            is LessonStep.Card -> show(step.card, answer.named)
            is LessonStep.End -> shown?.let { activity.replace(UnitEndRoute(route.id, it.card.id)) }
            is LessonStep.Help -> go(HelpCardRoute(step.card))
        }
    }

    private fun show(card: LessonCard, named: String?) {
        if (card.card.id != shown?.card?.id) find<ScrollView>(R.id.scroll).scrollTo(0, 0)
        if (card.card.id != kept.getString(CARD)) kept.clear() // the step and the draft of another card
        kept.putString(CARD, card.card.id)
        shown = card
        find<TopBar>(R.id.top).title = card.title
        find<Segments>(R.id.segments).show(card.position.toInt(), card.of.toInt())
        find<View>(R.id.back).showIf(card.position > 1u || kept.getInt(STEP) > 0)
        find<View>(R.id.sign).showIf(card.card.kind is CardKind.Gate)
        find<View>(R.id.footer).showIf(card.card.kind !is CardKind.Gate)
        find<Button>(R.id.next).setText(if (card.position == card.of) R.string.done else R.string.next)
        body.removeAllViews()
        note = null
        fill(card, named)
        find<View>(R.id.needs_clinician).showIf(card.card.needsClinician)
        find<FactsRow>(R.id.facts).show(card.facts) { go(SourcesRoute(ArrayList(card.facts.claims))) }
    }

    private fun fill(card: LessonCard, named: String?) {
        val cards = CardBody(body) { id -> routeTo(id)?.let(::go) }
        val id = card.card.id
        when (val kind = card.card.kind) {
            is CardKind.Gate -> {
                title(kind.question.plain())
                cards.gate(kind) { door -> move { lesson().answerGate(route.id, id, door, now()) } }
            }
            is CardKind.Read -> {
                title(kind.title)
                cards.read(kind)
            }
            is CardKind.Exchange -> {
                title(kind.title, over = named?.let { text(R.string.way, it) })
                cards.exchange(kind)
            }
            is CardKind.Check -> {
                title(kind.question.plain())
                cards.check(kind, card.feedback) { option -> move { lesson().answerCheck(route.id, id, option, now()) } }
            }
            is CardKind.Steps -> {
                val at = kept.getInt(STEP).coerceAtMost(kind.steps.lastIndex)
                title(kind.title, over = text(R.string.step_number, at + 1, kind.steps.size))
                cards.step(kind.steps[at])
            }
            is CardKind.Table -> {
                title(kind.title)
                cards.table(kind)
            }
            is CardKind.Reflect -> {
                title(kind.prompt.plain())
                note = NoteField(cards.reflect(kind, card.note?.text), kept, card.note?.id) { noteId, words, saved ->
                    tell(saved) { journal().run { if (words.isBlank()) eraseNote(noteId) else writeCardNote(noteId, id, words, now()) } }
                }
            }
            is CardKind.Practise -> {
                title(named ?: "")
                cards.practise(kind)
            }
        }
    }

    private fun title(title: String, over: String? = null) {
        find<TextView>(R.id.over).run { text = over; showIf(over != null) }
        find<TextView>(R.id.title).run { text = title; setHeading() }
    }

    private fun next() {
        val card = shown ?: return
        val steps = (card.card.kind as? CardKind.Steps)?.steps
        if (steps != null && kept.getInt(STEP) < steps.lastIndex) turn(card, 1) else move { lesson().nextCard(route.id, card.card.id, now()) }
    }

    private fun previous() {
        val card = shown ?: return
        if (kept.getInt(STEP) > 0) turn(card, -1) else move { lesson().previousCard(route.id, card.card.id, now()) }
    }

    /** To another step of the card that is shown. */
    private fun turn(card: LessonCard, by: Int) {
        speech.stop()
        kept.putInt(STEP, kept.getInt(STEP) + by)
        find<ScrollView>(R.id.scroll).scrollTo(0, 0)
        show(card, null)
    }

    private companion object {
        const val CARD = "card"
        const val STEP = "step"
    }
}

class UnitEndScreen(private val route: UnitEndRoute) : Screen(R.layout.lesson_end) {
    override fun open() = ask { lesson().nextCard(route.unit, route.card, now()) } show { step ->
        // The course may have been exchanged since, with another card at its end.
        if (step is LessonStep.End) show(step.end) else activity.replace(UnitRoute(route.unit))
    }

    private fun show(end: UnitEnd) {
        find<TopBar>(R.id.top).title = end.title
        find<TextView>(R.id.goal).text = end.goal
        find<TextView>(R.id.title).setHeading()
        val next = end.next
        find<View>(R.id.hero).showIf(next != null)
        if (next != null) {
            find<TextView>(R.id.next_title).text = next.title
            find<TextView>(R.id.next_minutes).text = count(R.plurals.minutes, next.minutes.toInt(), next.minutes.toInt())
            find<View>(R.id.go).setOnClickListener { activity.replace(UnitRoute(next.id)) }
        }
        find<View>(R.id.all).setOnClickListener { activity.goBack() }
    }
}
