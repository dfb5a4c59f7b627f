package app.saywell.quiz

import android.os.Bundle
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.view.accessibility.AccessibilityNodeInfo
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import app.saywell.R
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.Route
import app.saywell.routeTo
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.Standing
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.ItemKind
import org.saywell.engine.Judged
import org.saywell.engine.Offered
import org.saywell.engine.QuizFeedback
import org.saywell.engine.TextSpan

/**
 * An item of a quiz on [page], before and after its answer. A quiz and the looking back share it. What is being chosen is in [kept];
 * [chosen] is told when it changes.
 */
class ItemOnPage(private val page: View, private val kept: Bundle, private val go: (Route) -> Unit, private val chosen: () -> Unit) {
    private val choices get() = page.findViewById<ViewGroup>(R.id.choices)

    /** The item that is on the page. */
    val item: String get() = kept.getString(ITEM)!!

    /** Ids of the options that are picked. */
    val picked: List<String> get() = kept.getStringArrayList(PICKED).orEmpty()

    fun ask(item: String, kind: ItemKind, ask: List<TextSpan>, options: List<Offered>) {
        if (kept.getString(ITEM) != item) forget()
        kept.putString(ITEM, item)
        head(ask, kind)
        choices.removeAllViews()
        val rows = options.map { it to add() }
        fun mark() = rows.forEach { (option, row) -> row.show(Choice(option.text.plain(), if (option.id in picked) Standing.PICKED else Standing.IDLE)) }
        for ((option, row) in rows) row.setOnClickListener {
            pick(option.id, several = kind == ItemKind.MANY)
            mark()
            chosen()
        }
        mark()
        facts.showIf(false)
    }

    private fun pick(option: String, several: Boolean) {
        val now = if (!several) listOf(option) else if (option in picked) picked - option else picked + option
        kept.putStringArrayList(PICKED, ArrayList(now))
    }

    /** Each option with how it stands and why; a screen reader goes on at what the person picked. */
    fun said(feedback: QuizFeedback) {
        head(feedback.ask, null)
        choices.removeAllViews()
        val rows = feedback.options.map { it to add().apply { show(it) } }
        facts.show(feedback.facts) { go(SourcesRoute(ArrayList(feedback.facts.claims))) }
        val first = rows.firstOrNull { (option, _) -> option.chosen }?.second ?: return
        first.post { first.performAccessibilityAction(AccessibilityNodeInfo.ACTION_ACCESSIBILITY_FOCUS, null) }
    }

    private fun ChoiceRow.show(option: Judged) {
        show(Choice(option.text.plain(), standing(option)))
        because(option.why) { id -> routeTo(id)?.let(go) }
    }

    private fun standing(option: Judged) = when {
        option.chosen && option.right -> Standing.PICKED_WELL
        option.chosen -> Standing.NOT_QUITE
        option.right -> Standing.WORKS_WELL
        else -> Standing.OTHER
    }

    /** What was being chosen is gone: the next item begins with nothing picked. */
    fun forget() {
        kept.remove(ITEM)
        kept.remove(PICKED)
        page.findViewById<ScrollView>(R.id.scroll).scrollTo(0, 0)
    }

    private fun head(ask: List<TextSpan>, kind: ItemKind?) {
        page.findViewById<TextView>(R.id.question).run { text = ask.plain(); setHeading() }
        page.findViewById<TextView>(R.id.how).run {
            showIf(kind == ItemKind.MANY || kind == ItemKind.TRUE_FALSE)
            setText(if (kind == ItemKind.MANY) R.string.more_may_fit else R.string.true_or_false)
        }
    }

    private fun add() = ChoiceRow(page.context).also { choices.addView(it, LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT)) }

    private val facts get() = page.findViewById<FactsRow>(R.id.facts)

    private companion object {
        const val ITEM = "item"
        const val PICKED = "picked"
    }
}
