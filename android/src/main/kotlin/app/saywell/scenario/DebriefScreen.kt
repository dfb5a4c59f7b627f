/** The end of a talk alone: how it ended, what was used, where another way was open, and doors to help. No points. */
package app.saywell.scenario

import android.text.SpannableString
import android.text.Spanned
import android.view.View
import android.view.ViewGroup
import android.widget.ImageView
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.ui.ChatBubble
import app.saywell.ui.MediumSpan
import app.saywell.ui.TopBar
import app.saywell.ui.addProse
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Debrief
import org.saywell.engine.EndingKind
import org.saywell.engine.HardLine
import org.saywell.engine.OtherWay
import org.saywell.engine.Saywell
import org.saywell.engine.TalkView
import org.saywell.engine.Used

data class DebriefRoute(val run: String) : Route {
    override fun screen() = DebriefScreen(this)
}

class DebriefScreen(private val route: DebriefRoute) : Screen(R.layout.scenario_debrief) {
    private class Ended(val talk: TalkView, val debrief: Debrief?, val names: Map<String, String>)

    override fun open() {
        find<TopBar>(R.id.top).action.setOnClickListener { go(TriesRoute(route.run)) }
        find<View>(R.id.finish).setOnClickListener { activity.goBack() }
        ask { ended() } show ::show
    }

    private fun Saywell.ended(): Ended {
        val talk = scenario().talk(route.run, now())
        // It may have been taken back on another page, or end elsewhere since the course was edited.
        if (talk.ending == null) return Ended(talk, null, emptyMap())
        val debrief = scenario().debrief(route.run, now())
        val ways = debrief.used.map(Used::technique) + debrief.otherWays.map(OtherWay::technique) + listOfNotNull(debrief.suggestion)
        return Ended(talk, debrief, ways.distinct().associateWith { lesson().title(it) ?: "" })
    }

    private fun show(ended: Ended) {
        val debrief = ended.debrief ?: return activity.replace(TalkRoute(route.run))
        find<TopBar>(R.id.top).title = ended.talk.title
        find<View>(R.id.again).setOnClickListener { activity.replace(ScenarioRoute(ended.talk.scenario)) }
        ending(debrief)
        find<ViewGroup>(R.id.body).run {
            removeAllViews()
            used(debrief, ended.names)
            otherWays(debrief, ended)
            hardLines(debrief.hardLines)
            addOnward(debrief.onward, ::openId)
            if (debrief.text.isNotEmpty()) {
                addHeading(text(R.string.look_back))
                addProse(debrief.text, ::openId)
            }
        }
        find<FactsRow>(R.id.facts).show(debrief.facts) { go(SourcesRoute(ArrayList(debrief.facts.claims))) }
    }

    private fun openId(id: String) { routeTo(id)?.let(::go) }

    private fun ending(debrief: Debrief) {
        val kind = debrief.ending.kind
        find<ImageView>(R.id.ending_icon).setImageResource(kind.icon)
        find<TextView>(R.id.ending_title).run { setText(kind.title); setHeading() }
        find<TextView>(R.id.ending_text).text = debrief.ending.text.plain()
        find<TextView>(R.id.praise).run {
            showIf(debrief.praise)
            setText(kind.praise)
        }
    }

    private fun ViewGroup.used(debrief: Debrief, names: Map<String, String>) {
        if (debrief.used.isNotEmpty()) {
            addHeading(text(R.string.ways_used))
            val chips = chips(8f)
            for (used in debrief.used) chips.addChip(often(names[used.technique] ?: "", used.lines.size), R.drawable.ic_check_20)
        } else if (debrief.praise) addText(text(R.string.you_listened), 16f)
        debrief.suggestion?.let { next(names[it] ?: "") }
    }

    private fun often(name: String, times: Int) = when (times) {
        1 -> name
        2 -> text(R.string.twice, name)
        else -> text(R.string.times, name, times)
    }

    private fun ViewGroup.next(name: String) {
        val chips = chips(12f)
        chips.addChip(text(R.string.to_try_next)).run { background = null; setPadding(0, paddingTop, 0, paddingBottom); setTextColor(context.getColor(R.color.sw_text2)) }
        chips.addChip(name).run { setBackgroundResource(R.drawable.chip_open); setTextColor(context.getColor(R.color.sw_text2)) }
        addText(text(R.string.technique_comes_back), 4f)
    }

    private fun ViewGroup.otherWays(debrief: Debrief, ended: Ended) {
        if (debrief.otherWays.isEmpty()) return
        addHeading(text(R.string.other_ways))
        for (way in debrief.otherWays) add<View>(R.layout.scenario_other_way, 8f).run {
            findViewById<ChatBubble>(R.id.line).show(true, ended.talk.card.name, way.said)
            findViewById<TextView>(R.id.way).name(ended.names[way.technique] ?: "", way.instead.plain())
            findViewById<View>(R.id.from_here).setOnClickListener {
                ask { scenario().rewind(route.run, way.after, now()) } show { activity.replace(TalkRoute(route.run)) }
            }
        }
    }

    /** The way, which stands out, and its words. */
    private fun TextView.name(way: String, instead: String) {
        val words = SpannableString(context.getString(R.string.could_help, way, instead))
        val at = words.indexOf(way)
        words.setSpan(MediumSpan(this), at, at + way.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
        text = words
    }

    private fun ViewGroup.hardLines(hard: List<HardLine>) {
        if (hard.isEmpty()) return
        addHeading(count(R.plurals.hard_lines, hard.size))
        for (line in hard) add<View>(R.layout.scenario_other_way, 8f).run {
            findViewById<ChatBubble>(R.id.line).show(line.own, line.name, line.say)
            val why = if (!line.pressure) R.string.can_hurt else if (line.own) R.string.own_push else R.string.was_push
            findViewById<TextView>(R.id.way).setText(why)
            findViewById<View>(R.id.from_here).visibility = View.GONE
        }
    }
}

private val EndingKind.icon get() = when (this) {
    EndingKind.AGREED -> R.drawable.ic_check
    EndingKind.PAUSED -> R.drawable.ic_pause
    EndingKind.LEFT_SAFELY -> R.drawable.ic_safety
}

/** A kind of ending, in words. None is better than another. */
val EndingKind.title get() = when (this) {
    EndingKind.AGREED -> R.string.ended_agreed
    EndingKind.PAUSED -> R.string.ended_paused
    EndingKind.LEFT_SAFELY -> R.string.ended_left
}

private val EndingKind.praise get() = when (this) {
    EndingKind.AGREED -> R.string.good_agreed
    EndingKind.PAUSED -> R.string.good_paused
    EndingKind.LEFT_SAFELY -> R.string.good_left
}
