/** The ways through a talk that were tried: to go to one, to go back to a line, or to hold two side by side. Nothing is erased. */
package app.saywell.scenario

import android.view.View
import android.widget.Button
import android.widget.CheckBox
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.Chips
import app.saywell.ui.ListCard
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.EndingKind
import org.saywell.engine.Said
import org.saywell.engine.TalkView
import org.saywell.engine.Try

data class TriesRoute(val run: String) : Route {
    override fun screen() = TriesScreen(this)
}

class TriesScreen(private val route: TriesRoute) : Screen(R.layout.scenario_tries) {
    /** All tries, and the one that is seen, or the two. */
    private class Tried(val all: List<Try>, val one: Try?, val other: Try?, val together: Int) {
        fun name(way: Try) = all.indexOfFirst { it.tip == way.tip } + 1
    }

    /** A row of the tree: what is drawn, what is said, and where it leads. */
    private class Row(val node: Node, val words: String, val more: String, val way: Try, val after: Int?)

    override fun open() {
        find<View>(R.id.footer).showIf(false)
        load()
    }

    private fun load() = ask {
        val seen = scenario().compareTries(route.run, kept.getLongArray(PICKED)?.toList().orEmpty())
        Tried(scenario().tries(route.run), seen?.one, seen?.other, seen?.together?.toInt() ?: 0)
    } show ::show

    private fun show(tried: Tried) {
        find<View>(R.id.footer).showIf(false)
        picks(tried)
        tree(tried)
        find<TextView>(R.id.side_by_side).run { showIf(tried.other != null); setHeading() }
        find<View>(R.id.both).showIf(tried.other != null)
        if (tried.other != null) {
            summary(find(R.id.one), tried, tried.one!!, Lane.ONE)
            summary(find(R.id.other), tried, tried.other, Lane.TWO)
        }
    }

    /** Which two are seen, where there are more. The one picked first gives way. */
    private fun picks(tried: Tried) {
        val many = tried.all.size > 2
        find<View>(R.id.which).showIf(many)
        val picks = find<Chips>(R.id.picks)
        picks.showIf(many)
        picks.removeAllViews()
        if (!many) return
        val seen = listOfNotNull(tried.one, tried.other).map(Try::tip)
        for (way in tried.all) picks.add<CheckBox>(R.layout.scenario_pick, 0f).run {
            text = named(tried, way)
            isChecked = way.tip in seen
            setOnClickListener {
                isChecked = way.tip in seen
                if (isChecked) return@setOnClickListener
                kept.putLongArray(PICKED, longArrayOf((kept.getLongArray(PICKED) ?: seen.toLongArray()).last(), way.tip))
                kept.remove(ROW)
                load()
            }
        }
    }

    private fun named(tried: Tried, way: Try) =
        text(R.string.try_number, tried.name(way)).let { if (way.current) text(R.string.you_are_here_try, it) else it }

    private fun summary(card: View, tried: Tried, way: Try, lane: Lane) {
        card.findViewById<LaneKey>(R.id.lane).lane = lane
        card.findViewById<TextView>(R.id.try_name).text = named(tried, way)
        card.findViewById<TextView>(R.id.try_end).text =
            way.ending?.let { text(R.string.ended_how, text(it.kind.inWords)) } ?: text(R.string.not_ended)
        card.findViewById<TextView>(R.id.try_lines).text = count(R.plurals.lines_said, way.said.size, way.said.size)
    }

    private fun tree(tried: Tried) {
        val list = find<ListCard>(R.id.tree)
        list.removeAllViews()
        val rows = rows(tried)
        list.showIf(rows.isNotEmpty())
        rows.forEachIndexed { i, row ->
            list.add<TreeRow>(R.layout.scenario_tree_line, 0f).run {
                show(row.node, row.words, row.more, i == kept.getInt(ROW, -1), text(R.string.row_spoken, i + 1, rows.size, row.words, row.more))
                setOnClickListener {
                    kept.putInt(ROW, i)
                    show(tried)
                }
            }
        }
        rows.getOrNull(kept.getInt(ROW, -1))?.let { goFrom(it, rows, tried) }
    }

    /** What both begin with, then how the second goes on, then the first, as their lanes lie side by side. */
    private fun rows(tried: Tried): List<Row> {
        val one = tried.one ?: return emptyList()
        val other = tried.other
        val name = text(R.string.try_number, tried.name(one))
        if (other == null) return way(one, 0, text(R.string.only_try), Lane.ONE, emptySet())
        val both = text(R.string.both_tries)
        val shared = own(one, 0, tried.together)
        val start = shared.mapIndexed { i, (after, said) ->
            val last = i == shared.lastIndex
            val more = if (last) text(R.string.new_way_here, both) else both
            val above = if (i == 0) emptySet() else setOf(Lane.ONE)
            Row(Node(Lane.ONE, false, above, setOf(Lane.ONE), last), text(R.string.you_said, said.say.plain()), more, one, after)
        }
        val passes = setOf(Lane.ONE).takeIf { start.isNotEmpty() }.orEmpty()
        val second = way(other, tried.together, text(R.string.try_number, tried.name(other)), Lane.TWO, passes, start.isNotEmpty())
        return start + second + way(one, tried.together, name, Lane.ONE, emptySet(), start.isNotEmpty())
    }

    /** The lines of one way after [from] lines, and its end. [passes] are lanes that run by. */
    private fun way(way: Try, from: Int, name: String, lane: Lane, passes: Set<Lane>, joined: Boolean = false): List<Row> {
        val lines = own(way, from, way.said.size).mapIndexed { i, (after, said) ->
            val above = if (i > 0 || joined) setOf(lane) + passes else passes
            Row(Node(lane, false, above, setOf(lane) + passes), text(R.string.you_said, said.say.plain()), name, way, after)
        }
        val end = way.ending
        val above = if (lines.isNotEmpty() || joined) setOf(lane) + passes else passes
        return lines + Row(
            Node(lane, end != null, above, passes), if (end == null) text(R.string.goes_on) else text(end.kind.title),
            text(if (end == null) R.string.not_over else R.string.an_ending, name), way, null,
        )
    }

    /** The person's own lines, each with how many were said before it. */
    private fun own(way: Try, from: Int, to: Int): List<Pair<Int, Said>> =
        way.said.mapIndexed { i, said -> i to said }.subList(from, to).filter { it.second.own }

    private fun goFrom(row: Row, rows: List<Row>, tried: Tried) {
        find<View>(R.id.footer).showIf(true)
        find<Button>(R.id.go).run {
            text = if (row.after == null) text(R.string.go_to_try, tried.name(row.way)) else text(R.string.try_from_line, rows.indexOf(row) + 1)
            setOnClickListener { leadTo(row) }
        }
    }

    private fun leadTo(row: Row) = ask {
        val there = scenario().goToTry(route.run, row.way.tip, now())
        if (row.after == null) there else scenario().rewind(route.run, row.after.toUShort(), now())
    } show { talk: TalkView ->
        // The talk lies below this page, or its look back does: either way it goes on from there.
        activity.goBack()
        activity.replace(TalkRoute(talk.run))
    }

    private companion object {
        const val PICKED = "picked"
        const val ROW = "row"
    }
}

private val EndingKind.inWords get() = when (this) {
    EndingKind.AGREED -> R.string.ended_agreed_in
    EndingKind.PAUSED -> R.string.ended_paused_in
    EndingKind.LEFT_SAFELY -> R.string.ended_left_in
}
