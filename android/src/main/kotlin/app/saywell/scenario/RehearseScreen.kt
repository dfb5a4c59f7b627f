/** Rehearse: hard conversations from a list, to go on with or to begin, on one's own or with someone. */
package app.saywell.scenario

import android.view.View
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpRoute
import app.saywell.journal.PlanRoute
import app.saywell.lesson.addRow
import app.saywell.ui.ListCard
import app.saywell.ui.showIf
import org.saywell.engine.OpenTalk
import org.saywell.engine.ScenarioRow

data object RehearseRoute : Route {
    override fun screen() = RehearseScreen()
}

class RehearseScreen : Screen(R.layout.scenario_list) {
    /** A talk in the list, and for how long two people talk in it. */
    private class Row(val talk: ScenarioRow, val minutes: Int)

    /** All talks, and the ones that are going on: of one person, and of two. */
    private class Listed(val rows: List<Row>, val alone: OpenTalk?, val together: OpenTalk?)

    override fun open() {
        find<View>(R.id.plan).setOnClickListener { go(PlanRoute) }
        find<TextView>(R.id.low).showHelp(R.string.feeling_low) { go(HelpRoute) }
        ask {
            val rows = scenario().scenarios().map { Row(it, scenario().scenario(it.id, now()).minutes.toInt()) }
            val both = scenario().currentTogether(now())?.let { OpenTalk(it.id, lesson().title(it.scenario) ?: "") }
            Listed(rows, progress().home(now()).openTalk, both)
        } show { listed ->
            find<Company>(R.id.company).onPick = {
                kept.putBoolean(TOGETHER, it)
                show(listed)
            }
            show(listed)
        }
    }

    private fun show(listed: Listed) {
        val together = kept.getBoolean(TOGETHER)
        find<Company>(R.id.company).together = together
        goingOn(if (together) listed.together else listed.alone, together)
        find<View>(R.id.none).showIf(listed.rows.isEmpty())
        val list = find<ListCard>(R.id.list)
        list.showIf(listed.rows.isNotEmpty())
        list.removeAllViews()
        for (row in listed.rows) list.addRow().run {
            title = row.talk.title
            detail = if (together) count(R.plurals.about_minutes, row.minutes, row.minutes) else tried(row.talk)
            setOnClickListener { go(ScenarioRoute(row.talk.id, together)) }
        }
    }

    private fun goingOn(talk: OpenTalk?, together: Boolean) {
        find<View>(R.id.going_on).showIf(talk != null)
        if (talk == null) return
        find<TextView>(R.id.going_on_over).setText(if (together) R.string.go_on_together else R.string.go_on_talk)
        find<TextView>(R.id.going_on_title).text = talk.title
        find<View>(R.id.go).run {
            contentDescription = text(R.string.go_on_with, talk.title)
            setOnClickListener { go(if (together) TogetherRoute(talk.run) else TalkRoute(talk.run)) }
        }
    }

    private fun tried(talk: ScenarioRow): String {
        val seen = count(R.plurals.endings_seen, talk.endings.toInt(), talk.endings.toInt(), talk.endingsSeen.toInt())
        return if (talk.openRun != null) text(R.string.begun_talk, seen) else if (talk.endingsSeen.toInt() == 0) text(R.string.not_tried) else seen
    }

    private companion object { const val TOGETHER = "together" }
}
