/** Text of the course as core hands it over: paragraphs, lists, words that stand out, and words that lead somewhere. */
package app.saywell.ui

import android.annotation.SuppressLint
import android.content.Context
import android.text.Spannable
import android.text.SpannableStringBuilder
import android.text.Spanned
import android.text.TextPaint
import android.text.method.LinkMovementMethod
import android.text.style.ClickableSpan
import android.util.AttributeSet
import android.view.LayoutInflater
import android.view.MotionEvent
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import org.saywell.engine.Block
import org.saywell.engine.TextSpan

/** The words alone, for places where nothing can be pressed. Marks of claims have no words: the sources stand below. */
fun List<TextSpan>.plain() = joinToString("") { span ->
    when (span) {
        is TextSpan.Text -> span.text
        is TextSpan.Emphasis -> span.text
        is TextSpan.Strong -> span.text
        is TextSpan.Link -> span.text
        is TextSpan.Claim -> ""
    }
}

/** Adds a paragraph or a point for each of these, [gap] dp apart; [open] is told the id that a word leads to. */
fun ViewGroup.addProse(blocks: List<Block>, open: (String) -> Unit, paragraph: Int = R.layout.paragraph, gap: Float = 12f) = blocks.forEach { block ->
    when (block) {
        is Block.Paragraph -> addWords(paragraph, block.line, open, gap)
        is Block.Bullets -> block.lines.forEachIndexed { i, line -> addWords(R.layout.bullet, line, open, if (i == 0) gap else 6f) }
    }
}

fun ViewGroup.addWords(layout: Int, line: List<TextSpan>, open: (String) -> Unit, gap: Float): View =
    LayoutInflater.from(context).inflate(layout, this, false).also { row ->
        (row.layoutParams as ViewGroup.MarginLayoutParams).topMargin = if (childCount == 0) 0 else dp(gap).toInt()
        row.findViewById<ProseView>(R.id.words).show(line, open)
        addView(row)
    }

/**
 * One paragraph. A link in running text is lower than a finger: a touch counts for the nearest link within 24 dp above or below, and
 * a paragraph that has one is never lower than 48 dp.
 */
class ProseView(context: Context, attrs: AttributeSet? = null) : TextView(context, attrs) {
    fun show(line: List<TextSpan>, open: (String) -> Unit) {
        val words = SpannableStringBuilder()
        for (span in line) when (span) {
            is TextSpan.Text -> words.append(span.text)
            is TextSpan.Emphasis -> words.append(span.text, MediumSpan(this), Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
            is TextSpan.Strong -> words.append(span.text, MediumSpan(this), Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
            is TextSpan.Link -> {
                val from = words.length
                words.append(span.text)
                words.setSpan(if (span.to.startsWith("term/")) GlossarySpan(this) else LinkSpan(this), from, words.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
                words.setSpan(Lead(span.to, open), from, words.length, Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
            }
            is TextSpan.Claim -> Unit
        }
        setText(words, BufferType.SPANNABLE)
        if (line.none { it is TextSpan.Link }) return
        minimumHeight = dp(48f).toInt()
        movementMethod = NearestLink
        isClickable = false
        isLongClickable = false
    }

    /** What is pressed; how it looks is the other span's. */
    class Lead(val to: String, private val open: (String) -> Unit) : ClickableSpan() {
        override fun onClick(view: View) = open(to)
        override fun updateDrawState(paint: TextPaint) = Unit
    }

    private object NearestLink : LinkMovementMethod() {
        @SuppressLint("ClickableViewAccessibility")
        override fun onTouchEvent(view: TextView, text: Spannable, event: MotionEvent): Boolean {
            val lead = nearest(view, text, event.x - view.totalPaddingLeft, event.y - view.totalPaddingTop) ?: return false
            if (event.action == MotionEvent.ACTION_UP) lead.onClick(view)
            return event.action == MotionEvent.ACTION_DOWN || event.action == MotionEvent.ACTION_UP
        }

        private fun nearest(view: TextView, text: Spannable, x: Float, y: Float) = text.getSpans(0, text.length, Lead::class.java)
            .map { it to distance(view, text, it, x, y) }.filter { it.second <= view.dp(24f) }.minByOrNull { it.second }?.first

        /** How far the finger is from the words of a link, in px; a link may run over several lines. */
        private fun distance(view: TextView, text: Spannable, lead: Lead, x: Float, y: Float): Float {
            val layout = view.layout
            val from = text.getSpanStart(lead)
            val to = text.getSpanEnd(lead)
            return (layout.getLineForOffset(from)..layout.getLineForOffset(to)).minOf { line ->
                val a = layout.getPrimaryHorizontal(maxOf(from, layout.getLineStart(line)))
                val b = if (to >= layout.getLineEnd(line)) layout.getLineRight(line) else layout.getPrimaryHorizontal(to)
                maxOf(minOf(a, b) - x, x - maxOf(a, b), layout.getLineTop(line) - y, y - layout.getLineBottom(line), 0f)
            }
        }
    }
}
