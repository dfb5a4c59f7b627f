package app.saywell.help

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.ui.addProse
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.PepAdvice
import org.saywell.engine.PepPart
import org.saywell.engine.PepState

/** What the PEP helper says, in core's order. The part about the time stands in the outlined card, with the hours if they are known. */
class PepAdvicePage(private val page: View, private val go: (Route) -> Unit, private val change: () -> Unit) {
    private val parts = page.findViewById<ViewGroup>(R.id.advice_parts)
    private val open = { id: String -> routeTo(id)?.let(go) ?: Unit }

    /** [said] is when it happened, in the person's words. */
    fun show(advice: PepAdvice, limit: Int, said: String?) {
        val first = advice.parts.first()
        page.findViewById<TextView>(R.id.advice_title).run { text = first.part.title; setHeading() }
        parts.removeAllViews()
        for (part in advice.parts) {
            if (part.state in ABOUT_TIME) time(part, advice.hoursLeft?.toInt(), limit, said) else parts.addPart(part.part, R.layout.help_part_card, open)
            if (part == first) parts.getChildAt(0).findViewById<View>(R.id.part_title).showIf(false)
        }
        page.findViewById<FactsRow>(R.id.facts).show(advice.facts) { go(SourcesRoute(ArrayList(advice.facts.claims))) }
    }

    private fun time(part: PepPart, left: Int?, limit: Int, said: String?) {
        val card = LayoutInflater.from(page.context).inflate(R.layout.help_pep_time, parts, false)
        parts.addView(card)
        card.findViewById<TextView>(R.id.part_title).run { text = part.part.title; setHeading() }
        card.findViewById<ViewGroup>(R.id.part_body).addProse(part.part.body, open)
        card.findViewById<View>(R.id.needs_clinician).showIf(part.part.needsClinician)
        card.findViewById<View>(R.id.time_left).showIf(left != null)
        card.findViewById<View>(R.id.time_bar).showIf(left != null)
        if (left != null) {
            card.findViewById<TextView>(R.id.hours_left).text =
                if (left == 0) page.context.getString(R.string.less_than_an_hour) else page.resources.getQuantityString(R.plurals.hours_left, left, left)
            card.findViewById<TimeBar>(R.id.time_bar).show(left, limit)
        }
        card.findViewById<TextView>(R.id.said).text = said
        card.findViewById<View>(R.id.change).setOnClickListener { change() }
    }

    private companion object {
        val ABOUT_TIME = setOf(PepState.FIRST_DAY, PepState.STILL_TIME, PepState.NOT_SURE, PepState.WINDOW_OVER)
    }
}
