/** Relax: how tense, which script, how long; and a session that was cut short, to go on with. */
package app.saywell.relaxation

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.RadioButton
import android.widget.RadioGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.ui.TensionSlider
import app.saywell.ui.TopBar
import app.saywell.ui.addProse
import app.saywell.ui.showIf
import app.saywell.ui.spanLeft
import org.saywell.engine.Playing
import org.saywell.engine.RelaxationCard
import org.saywell.engine.RelaxationForm
import java.util.UUID

/** The place of the bottom bar. */
data object RelaxRoute : Route {
    override fun screen() = RelaxScreen(null)
}

/** The same page, come to from elsewhere, with this script picked. */
data class RelaxationRoute(val id: String) : Route {
    override fun screen() = RelaxScreen(id)
}

/** The minutes of a form, as its length is written. */
internal val RelaxationForm.minutes get() = when (this) {
    RelaxationForm.SHORT -> 3
    RelaxationForm.FIVE -> 5
    RelaxationForm.FULL -> 10
    RelaxationForm.FIFTEEN -> 15
}

class RelaxScreen(private val picked: String?) : Screen(R.layout.relaxation_choose) {
    /** All scripts, the one that was played last, and a session to go on with. */
    private class Answer(val cards: List<RelaxationCard>, val last: String?, val cutShort: Playing?)

    private val tension get() = find<TensionSlider>(R.id.tension)
    private val rows = mutableMapOf<String, RadioButton>()

    override fun open() {
        find<TopBar>(R.id.top).action.setOnClickListener { go(LogRoute) }
        if (picked != null) leadBack()
        find<View>(R.id.calm).setOnClickListener { go(QuickCalmRoute) }
        ask {
            relaxation().run { Answer(relaxations(now()), relaxationLog(1u).firstOrNull()?.script, currentRelaxation(now())) }
        } show ::show
    }

    private fun leadBack() = find<TopBar>(R.id.top).lead.run {
        setImageResource(R.drawable.ic_back)
        contentDescription = text(R.string.back)
        visibility = View.VISIBLE
        find<View>(R.id.brand).showIf(false)
    }

    private fun show(answer: Answer) {
        offer(answer)
        feeling()
        lengths()
        val list = find<ViewGroup>(R.id.scripts)
        for (card in answer.cards) list.addView(row(card, list))
        val known = listOf(kept.getString(SCRIPT), picked, answer.last).firstOrNull { it in rows } ?: answer.cards.first().id
        pick(answer.cards.first { it.id == known })
        find<View>(R.id.start).setOnClickListener { start() }
    }

    /** Core says whether going on still makes sense. */
    private fun offer(answer: Answer) {
        val session = answer.cutShort?.session
        find<View>(R.id.offer).showIf(session != null)
        if (session == null) return
        find<TextView>(R.id.offer_script).text = answer.cards.firstOrNull { it.id == session.script }?.title
        find<TextView>(R.id.offer_left).text = text(R.string.had_left, spanLeft(session.plannedMs - session.elapsedMs))
        find<View>(R.id.offer_go).setOnClickListener {
            ask { relaxation().resumeRelaxation(session.id, now()) } show { go(RunningRoute(it.id, it.script, it.form)) }
        }
    }

    private fun feeling() {
        val skip = find<View>(R.id.skip)
        fun set(value: Int?) {
            tension.value = value
            if (value == null) kept.remove(TENSION) else kept.putInt(TENSION, value)
            skip.showIf(value != null)
        }
        tension.onChosen = ::set
        skip.setOnClickListener { set(null) }
        set(if (kept.containsKey(TENSION)) kept.getInt(TENSION) else null)
    }

    private fun lengths() = find<RadioGroup>(R.id.lengths).run {
        for ((side, form) in SIDES) findViewById<RadioButton>(side).text = count(R.plurals.min, form.minutes, form.minutes)
        check(SIDES.first { it.second == form }.first)
        setOnCheckedChangeListener { _, side -> kept.putSerializable(FORM, SIDES.first { it.first == side }.second) }
    }

    @Suppress("DEPRECATION") // the typed getter is API 33
    private val form get() = kept.getSerializable(FORM) as RelaxationForm? ?: RelaxationForm.FULL

    private fun row(card: RelaxationCard, list: ViewGroup): View {
        val row = LayoutInflater.from(context).inflate(R.layout.relaxation_script, list, false)
        rows[card.id] = row.findViewById<RadioButton>(R.id.script).apply {
            id = View.generateViewId() // or the last one's state would be given back to all of them
            text = card.title
            setOnClickListener { pick(card) }
        }
        return row
    }

    private fun pick(card: RelaxationCard) {
        kept.putString(SCRIPT, card.id)
        for ((id, row) in rows) row.isChecked = id == card.id
        find<ViewGroup>(R.id.first).run {
            removeAllViews()
            addProse(card.before, { id -> routeTo(id)?.let(::go) }, R.layout.relaxation_first, gap = 4f)
        }
        find<FactsRow>(R.id.facts).show(card.facts) { go(SourcesRoute(ArrayList(card.facts.claims))) }
    }

    private fun start() {
        val script = kept.getString(SCRIPT) ?: return
        val route = RunningRoute(UUID.randomUUID().toString(), script, form, tension.value)
        kept.remove(TENSION)
        go(route)
    }

    private companion object {
        const val SCRIPT = "script"
        const val FORM = "form"
        const val TENSION = "tension"
        val SIDES = listOf(R.id.five to RelaxationForm.FIVE, R.id.full to RelaxationForm.FULL, R.id.fifteen to RelaxationForm.FIFTEEN)
    }
}

/** Three minutes for a hard moment: nothing is asked, nothing is counted. */
data object QuickCalmRoute : Route {
    override fun screen() = QuickCalmScreen()
}

class QuickCalmScreen : Screen(R.layout.relaxation_running) {
    override fun open() = ask { relaxation().relaxations(now()).first().id } show { script ->
        activity.replace(RunningRoute(UUID.randomUUID().toString(), script, RelaxationForm.SHORT))
    }
}
