/** A talk of two people with one phone, stage by stage. Each stage is saved before it shows, so both can stop at any time. */
package app.saywell.scenario

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.ScrollView
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.ui.IconTextButton
import app.saywell.ui.TopBar
import app.saywell.ui.addProse
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Heard
import org.saywell.engine.Saywell
import org.saywell.engine.Stage
import org.saywell.engine.TogetherView

data class TogetherRoute(val id: String) : Route {
    override fun screen() = TogetherScreen(this)
}

class TogetherScreen(private val route: TogetherRoute) : Screen(R.layout.scenario_together) {
    /** Where two people are, and the private card that may be open there. */
    private class Shown(val view: TogetherView, val card: Card?)

    private val stage get() = find<ViewGroup>(R.id.stage)
    private val footer get() = find<ViewGroup>(R.id.footer)
    private var shown: TogetherView? = null
    private var sealed: SealedCard? = null
    private var timer: TalkTimer? = null
    private var closing = false

    override fun open() = move { scenario().currentTogether(now())?.takeIf { it.id == route.id } }

    /** Every move is a verb that answers with where the two are; nothing, if that talk is over. */
    private fun move(verb: Saywell.() -> TogetherView?) = ask { verb()?.let { shown(it) } } show { answer ->
        if (answer == null) leave() else show(answer)
    }

    private fun Saywell.shown(view: TogetherView): Shown {
        val card = if (view.stage == Stage.FIRST_CARD || view.stage == Stage.SECOND_CARD) card(scenario().openCard(view.id)) else null
        return Shown(view, card)
    }

    /** An open card closes first; then the two are asked whether they want to stop. */
    override fun back(): Boolean {
        val view = shown
        if (closing || view == null || view.stage == Stage.OVER) return false
        if (sealed?.isOpen == true) sealed?.close() else if (kept.getBoolean(STOPPING)) stay() else {
            kept.putBoolean(STOPPING, true)
            stopping()
        }
        return true
    }

    override fun close() {
        sealed?.close()
        store()
    }

    private fun leave() {
        closing = true
        activity.goBack()
    }

    private fun show(answer: Shown) {
        val view = answer.view
        if (view.stage != shown?.stage) find<ScrollView>(R.id.scroll).scrollTo(0, 0)
        shown = view
        sealed = null
        timer = null
        find<TopBar>(R.id.top).title = view.title
        find<StepDots>(R.id.steps).show(view.stage.step, Stage.DEBRIEF.step)
        stage.removeAllViews()
        footer.removeAllViews()
        footer.setBackgroundResource(if (view.stage.opens) R.color.sw_bg else R.drawable.footer_page)
        when (view.stage) {
            Stage.SITUATION -> situation(view)
            Stage.FIRST_CARD -> card(view, answer.card!!, view.first, view.second)
            Stage.SECOND_CARD -> card(view, answer.card!!, view.second, view.first)
            Stage.TALK -> talk(view)
            Stage.FIRST_MARKS -> marks(view, view.first, view.second)
            Stage.SECOND_MARKS -> marks(view, view.second, view.first)
            Stage.DEBRIEF -> lookBack(view)
            Stage.OVER -> over()
        }
        stage.findViewById<TextView>(R.id.stage_title).setHeading()
        if (kept.getBoolean(STOPPING)) stopping()
    }

    private fun fill(into: ViewGroup, layout: Int) { LayoutInflater.from(context).inflate(layout, into, true) }

    private fun openId(id: String) { routeTo(id)?.let(::go) }

    private fun next(view: TogetherView) = move { scenario().nextStage(view.id, view.stage, now()) }

    private fun situation(view: TogetherView) {
        fill(stage, R.layout.scenario_situation)
        find<ViewGroup>(R.id.both_know).addProse(view.situation, ::openId)
        find<ViewGroup>(R.id.safety).addProse(view.safety, ::openId)
        find<TextView>(R.id.how_title).setHeading()
        val minutes = view.minutes.toInt()
        find<TextView>(R.id.how).text = count(R.plurals.how_it_goes_more, minutes, minutes, view.first, view.second)
        facts(view)
        button(R.layout.scenario_primary, text(R.string.we_are_ready)) { next(view) }
    }

    private fun facts(view: TogetherView) =
        find<FactsRow>(R.id.facts).show(view.facts) { go(SourcesRoute(ArrayList(view.facts.claims))) }

    private fun button(layout: Int, words: String, press: () -> Unit) = footer.add<Button>(layout, 0f).run {
        text = words
        setOnClickListener { press() }
    }

    private fun card(view: TogetherView, card: Card, name: String, other: String) {
        fill(stage, R.layout.scenario_sealed)
        fill(footer, R.layout.scenario_hold)
        sealed = SealedCard(stage, footer, kept, place(view)).apply { show(card, name, other, ::openId) { next(view) } }
    }

    /** Of what is kept: it belongs to this stage of this round only. */
    private fun place(view: TogetherView) = "${view.stage} ${view.round}"

    private fun talk(view: TogetherView) {
        fill(stage, R.layout.scenario_timer)
        fill(footer, R.layout.scenario_timer_footer)
        find<TextView>(R.id.talk_as).text = text(R.string.talk_as, view.first, view.second)
        val clock = find<TalkTimer>(R.id.timer)
        timer = clock
        clock.onTime = { store() }
        clock.onOver = { timeOver(view) }
        clock.show(view.elapsedMs, view.minutes.toInt(), running = kept.getString(RESTING) != place(view))
        if (view.elapsedMs >= view.minutes.toLong() * 60_000) timeOver(view)
        find<View>(R.id.rest_timer).setOnClickListener {
            if (clock.runs) clock.rest() else clock.run()
            if (clock.runs) kept.remove(RESTING) else kept.putString(RESTING, place(view))
            store()
            resting(clock)
        }
        resting(clock)
        find<View>(R.id.done_talking).setOnClickListener {
            store()
            next(view)
        }
    }

    private fun resting(clock: TalkTimer) = find<IconTextButton>(R.id.rest_timer).run {
        setText(if (clock.runs) R.string.pause else R.string.go_on)
        setCompoundDrawablesRelativeWithIntrinsicBounds(if (clock.runs) R.drawable.ic_pause_20 else R.drawable.ic_play_20, 0, 0, 0)
    }

    private fun timeOver(view: TogetherView) {
        find<TextView>(R.id.no_hurry).text = count(R.plurals.time_over, view.minutes.toInt(), view.minutes.toInt())
    }

    /** The time of the talk, as far as it came. Core takes no time that is less. */
    private fun store() {
        val elapsed = timer?.elapsed ?: return
        val now = now()
        tell { scenario().reportTogether(route.id, elapsed, now) }
    }

    private fun marks(view: TogetherView, by: String, of: String) {
        fill(stage, R.layout.scenario_marks)
        find<TextView>(R.id.stage_title).text = text(R.string.what_heard, by, of)
        find<TextView>(R.id.tick_any).text = text(R.string.tick_any, by)
        val marks = Marks(find(R.id.marks), kept, place(view)).apply { show(view.toMark) }
        val first = view.stage == Stage.FIRST_MARKS
        button(
            if (first) R.layout.scenario_handover else R.layout.scenario_primary,
            if (first) text(R.string.hand_phone_to, of) else text(R.string.to_look_back),
        ) { move { scenario().mark(view.id, view.stage, marks.ticked, now()) } }
    }

    private fun lookBack(view: TogetherView) {
        fill(stage, R.layout.scenario_look_back)
        fill(footer, R.layout.scenario_look_back_footer)
        find<ViewGroup>(R.id.body).run {
            heard(view.first, view.second, view.firstHeard)
            heard(view.second, view.first, view.secondHeard)
            addOnward(view.onward, ::openId)
            if (view.debrief.isNotEmpty()) {
                addHeading(text(R.string.look_back))
                addProse(view.debrief, ::openId)
            }
        }
        facts(view)
        find<View>(R.id.swap).setOnClickListener { move { scenario().swapSides(view.id, view.round, now()) } }
        find<View>(R.id.finish).setOnClickListener { next(view) }
    }

    private fun ViewGroup.heard(by: String, of: String, heard: List<Heard>) {
        addHeading(text(R.string.heard_do, by, of))
        if (heard.isEmpty()) return addText(text(R.string.nothing_marked), 4f)
        val chips = chips(8f)
        heard.forEach { chips.addChip(it.name, R.drawable.ic_check_20) }
    }

    private fun over() {
        fill(stage, R.layout.scenario_over)
        find<View>(R.id.steps).showIf(false)
        button(R.layout.scenario_primary, text(R.string.done), ::leave)
    }

    /** The footer asks; what stands above stays, and the time runs on. */
    private fun stopping() {
        footer.removeAllViews()
        fill(footer, R.layout.scenario_stop)
        find<View>(R.id.stop).setOnClickListener {
            kept.remove(STOPPING)
            leave()
        }
        find<View>(R.id.stay).setOnClickListener { stay() }
        find<View>(R.id.end_here).setOnClickListener {
            kept.remove(STOPPING)
            timer = null
            move { scenario().leaveTogether(route.id, now()) }
        }
    }

    private fun stay() {
        kept.remove(STOPPING)
        store()
        move { scenario().currentTogether(now())?.takeIf { it.id == route.id } }
    }

    private companion object {
        const val STOPPING = "stopping"
        const val RESTING = "resting"
    }
}

/** What stands below belongs to what stands above: no line parts them. */
private val Stage.opens get() = this == Stage.FIRST_CARD || this == Stage.SECOND_CARD || this == Stage.TALK

/** Of six. Both marks are one step. */
private val Stage.step get() = when (this) {
    Stage.SITUATION -> 1
    Stage.FIRST_CARD -> 2
    Stage.SECOND_CARD -> 3
    Stage.TALK -> 4
    Stage.FIRST_MARKS, Stage.SECOND_MARKS -> 5
    Stage.DEBRIEF, Stage.OVER -> 6
}
