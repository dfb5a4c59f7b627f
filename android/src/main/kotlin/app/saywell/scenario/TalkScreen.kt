/** A talk alone: what was said above, what can be said below, and the way out always last. */
package app.saywell.scenario

import android.graphics.Rect
import android.text.SpannableString
import android.text.Spanned
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.ScrollView
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpCardRoute
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.routeTo
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.ChatBubble
import app.saywell.ui.LinkSpan
import app.saywell.ui.Standing
import app.saywell.ui.TopBar
import app.saywell.ui.addWords
import app.saywell.ui.dp
import app.saywell.ui.moves
import app.saywell.ui.plain
import app.saywell.ui.showIf
import org.saywell.engine.Block
import org.saywell.engine.Said
import org.saywell.engine.TalkView
import org.saywell.engine.TextSpan

data class TalkRoute(val run: String) : Route {
    override fun screen() = TalkScreen(this)
}

class TalkScreen(private val route: TalkRoute) : Screen(R.layout.scenario_talk) {
    private val lines get() = find<ViewGroup>(R.id.lines)
    private val choices get() = find<ViewGroup>(R.id.choices)
    private val last get() = find<ViewGroup>(R.id.last)
    private var shown: TalkView? = null
    private var door: TextSpan.Link? = null

    /** The other side's answer, while they are thinking. */
    private var answer: Runnable? = null
    private var closing = false

    override fun open() {
        find<TopBar>(R.id.top).action.setOnClickListener { go(TriesRoute(route.run)) }
        find<View>(R.id.card).setOnClickListener { go(CardRoute(route.run)) }
        ask {
            val view = scenario().talk(route.run, now())
            view to scenario().scenario(view.scenario, now()).safety.firstNotNullOfOrNull(::helpIn)
        } show { (view, help) ->
            door = help
            show(view)
        }
    }

    private fun helpIn(block: Block) = when (block) {
        is Block.Paragraph -> block.line
        is Block.Bullets -> block.lines.flatten()
    }.firstNotNullOfOrNull { span -> (span as? TextSpan.Link)?.takeIf { it.to.startsWith("help/") } }

    /** One choice back in view; from the first line on, the talk is closed and its place kept. */
    override fun back(): Boolean {
        if (closing) return false
        if (kept.getBoolean(LEAVING)) return stay()
        val own = shown?.said?.indexOfLast(Said::own) ?: return false
        if (own < 0) return false
        ask { scenario().rewind(route.run, own.toUShort(), now()) } show ::show
        return true
    }

    override fun close() { answer?.let(page::removeCallbacks) }

    private fun say(line: String) {
        val after = shown?.said?.size ?: return
        kept.remove(LEAVING)
        ask { scenario().say(route.run, after.toUShort(), line, now()) } show { view ->
            if (!page.moves) return@show show(view, told = after)
            shown = view
            tell(view, view.said.subList(0, minOf(after + 1, view.said.size)), told = after)
            waiting()
            answer = Runnable { show(view, told = after + 1) }.also { page.postDelayed(it, THINKS) }
        }
    }

    /** Nothing can be said while the other side thinks. What stands below keeps its room. */
    private fun waiting() = listOf(find<View>(R.id.replies), last).forEach { it.visibility = View.INVISIBLE }

    /** [told] lines stood here before; the rest come in. */
    private fun show(view: TalkView, told: Int? = null) {
        answer?.let(page::removeCallbacks)
        answer = null
        shown = view
        find<TopBar>(R.id.top).title = view.title
        updated(view)
        opening(view)
        tell(view, view.said, told)
        find<FactsRow>(R.id.facts).show(view.facts) { go(SourcesRoute(ArrayList(view.facts.claims))) }
        reply(view)
        help(view)
    }

    private fun updated(view: TalkView) {
        val changed = view.changed
        find<View>(R.id.updated).showIf(changed != null)
        if (changed == null) return
        find<TextView>(R.id.updated_words).text =
            if (view.ending != null) text(R.string.updated_end) else text(R.string.updated, changed.kept.toInt() + 1)
    }

    private fun opening(view: TalkView) {
        find<ViewGroup>(R.id.opening).run {
            removeAllViews()
            view.opening?.let { addWords(R.layout.scenario_scene, it, ::openId, 0f) }
        }
        val to = view.help ?: door?.to
        find<TextView>(R.id.help).run {
            showIf(to != null)
            text = SpannableString(if (view.help != null) text(R.string.help_is_here) else door?.text ?: "")
                .apply { setSpan(LinkSpan(this@run), 0, length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE) }
            setOnClickListener { to?.let(::openId) }
        }
    }

    private fun openId(id: String) { routeTo(id)?.let(::go) }

    private fun tell(view: TalkView, said: List<Said>, told: Int?) {
        lines.removeAllViews()
        said.forEachIndexed { i, line ->
            val bubble = lines.add<ChatBubble>(R.layout.scenario_line, 0f)
            bubble.show(line.own, line.name, line.say)
            if (told != null && i >= told && page.moves) bubble.comeIn()
            line.scene?.let { lines.addWords(R.layout.scenario_scene, it, ::openId, 0f) }
        }
        page.post { toNewest(view) }
    }

    /** A new line fades in, from 8 dp below. */
    private fun View.comeIn() {
        alpha = 0f
        translationY = dp(8f)
        animate().alpha(1f).translationY(0f).duration = 160
    }

    /** The person's last line and what came after it are in sight; at the beginning, the beginning is. */
    private fun toNewest(view: TalkView) {
        val from = view.said.indexOfLast(Said::own)
        val bubbles = (0 until lines.childCount).map(lines::getChildAt).filterIsInstance<ChatBubble>()
        val newest = bubbles.getOrNull(from) ?: return
        val scroll = find<ScrollView>(R.id.scroll)
        val at = Rect(0, 0, newest.width, newest.height).also { scroll.offsetDescendantRectToMyCoords(newest, it) }
        scroll.scrollTo(0, at.top)
    }

    private fun reply(view: TalkView) {
        val leaving = kept.getBoolean(LEAVING) && view.ending == null
        choices.removeAllViews()
        last.removeAllViews()
        listOf(find(R.id.replies), last).forEach { it.visibility = View.VISIBLE }
        find<TextView>(R.id.ask).text = when {
            view.ending != null -> ""
            leaving -> text(R.string.pause_or_leave_ask)
            view.said.none(Said::own) -> text(R.string.first_choice_hint)
            else -> text(R.string.what_do_you_say)
        }
        if (view.ending != null) ended() else if (leaving) leave(view) else choose(view)
        place(find(R.id.replies))
        choices.getChildAt(0)?.requestFocus()
    }

    private fun choose(view: TalkView) {
        for (choice in view.choices) {
            choices.choice(choice.say.plain(), Standing.IDLE, text(R.string.heard_before).takeIf { choice.heard }) { say(choice.id) }
        }
        last.choice(text(R.string.pause_or_leave), Standing.WAY_OUT) {
            kept.putBoolean(LEAVING, true)
            reply(view)
        }
    }

    private fun leave(view: TalkView) {
        view.wayOut?.let { out -> choices.choice(text(R.string.say_and_leave, out.say.plain()), Standing.WAY_OUT) { say(out.id) } }
        choices.choice(text(R.string.stop_for_now), Standing.IDLE, text(R.string.place_kept)) {
            kept.remove(LEAVING)
            closing = true
            activity.goBack()
        }
        last.add<Button>(R.layout.scenario_quiet, 0f).run {
            setText(R.string.go_on_talking)
            setOnClickListener { stay() }
        }
    }

    private fun stay(): Boolean {
        kept.remove(LEAVING)
        shown?.let(::reply)
        return true
    }

    private fun ended() = last.add<Button>(R.layout.scenario_primary, 0f).run {
        setText(R.string.to_ending)
        setOnClickListener { activity.replace(DebriefRoute(route.run)) }
    }

    private fun ViewGroup.choice(words: String, standing: Standing, why: String? = null, pick: () -> Unit) =
        add<ChoiceRow>(R.layout.scenario_choice, 0f).run {
            show(Choice(words, standing, why))
            setOnClickListener { pick() }
        }

    /** Replies that would leave little room for the talk scroll with it; the way out stays where it is. */
    private fun place(replies: View) {
        val room = context.resources.configuration.run { page.dp(screenHeightDp * SHARE) }
        val wide = context.resources.displayMetrics.widthPixels - 2 * context.resources.getDimensionPixelSize(R.dimen.page)
        replies.measure(View.MeasureSpec.makeMeasureSpec(wide, View.MeasureSpec.EXACTLY), View.MeasureSpec.UNSPECIFIED)
        val home = find<ViewGroup>(if (replies.measuredHeight > room) R.id.in_talk else R.id.in_footer)
        if (replies.parent === home) return
        (replies.parent as ViewGroup).removeView(replies)
        home.addView(replies)
    }

    /** A card that opens before anything else is said: once, and again when the person comes back to the talk on another day. */
    private fun help(view: TalkView) {
        val card = view.help ?: return
        val here = "${view.said.size} $card"
        if (kept.getString(HELPED) == here) return
        kept.putString(HELPED, here)
        go(HelpCardRoute(card))
    }

    private companion object {
        const val LEAVING = "leaving"
        const val HELPED = "helped"

        /** Milliseconds for which the other side waits before it speaks. */
        const val THINKS = 400L

        /** Of the screen's height, for what can be said. */
        const val SHARE = .5f
    }
}
