/** Text of the course as core hands it over: paragraphs, lists, words that stand out, and words that lead somewhere. */
package app.saywell.ui

import android.annotation.SuppressLint
import android.content.Context
import android.graphics.Canvas
import android.text.Layout
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

    private val dot = fill(R.color.sw_accent)

    override fun onDraw(canvas: Canvas) {
        super.onDraw(canvas)
        val words = text as? Spanned ?: return
        for (span in words.getSpans(0, words.length, GlossarySpan::class.java)) layout.parts(words.getSpanStart(span), words.getSpanEnd(span)) { line, from, to ->
            val y = totalPaddingTop + layout.getLineBaseline(line) + dp(6.5f)
            var x = totalPaddingLeft + from + dp(1f)
            while (x < totalPaddingLeft + to) {
                canvas.drawCircle(x, y, dp(1f), dot)
                x += dp(4f)
            }
        }
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
            var nearest = Float.MAX_VALUE
            view.layout.parts(text.getSpanStart(lead), text.getSpanEnd(lead)) { line, from, to ->
                val away = maxOf(from - x, x - to, view.layout.getLineTop(line) - y, y - view.layout.getLineBottom(line), 0f)
                nearest = minOf(nearest, away)
            }
            return nearest
        }
    }
}

/** Where the words from [start] to [end] stand: for each line of theirs its number, and their left and right edge in px. */
private fun Layout.parts(start: Int, end: Int, part: (line: Int, left: Float, right: Float) -> Unit) {
    for (line in getLineForOffset(start)..getLineForOffset(end)) {
        val from = maxOf(start, getLineStart(line))
        val to = minOf(end, getLineVisibleEnd(line))
        if (from >= to) continue
        // At the end of a line the next place stands at the beginning of the line after it.
        val a = getPrimaryHorizontal(from)
        val b = if (to < getLineEnd(line)) getPrimaryHorizontal(to) else if (isRtlCharAt(from)) getLineLeft(line) else getLineRight(line)
        part(line, minOf(a, b), maxOf(a, b))
    }
}
