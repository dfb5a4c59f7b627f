/** Parts that more than one page of a talk shows. */
package app.saywell.scenario

import android.text.SpannableStringBuilder
import android.text.Spanned
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.MarginLayoutParams
import android.widget.TextView
import app.saywell.R
import app.saywell.lesson.addRow
import app.saywell.ui.ChatBubble
import app.saywell.ui.Chips
import app.saywell.ui.LinkSpan
import app.saywell.ui.ListCard
import app.saywell.ui.Tone
import app.saywell.ui.Voice
import app.saywell.ui.dp
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import org.saywell.engine.Onward
import org.saywell.engine.TextSpan

/** A question and the way to help behind it. The whole line is pressed: a link of 20 dp in it would be too small. */
fun TextView.showHelp(question: Int, open: () -> Unit) {
    text = SpannableStringBuilder(context.getString(question)).append(" ")
        .append(context.getString(R.string.help_is_here), LinkSpan(this), Spanned.SPAN_EXCLUSIVE_EXCLUSIVE)
    setOnClickListener { open() }
}

/** The view of a layout, [gap] dp below what is there. */
fun <V : View> ViewGroup.add(layout: Int, gap: Float): V {
    val view = LayoutInflater.from(context).inflate(layout, this, false)
    (view.layoutParams as MarginLayoutParams).topMargin = dp(gap).toInt()
    addView(view)
    @Suppress("UNCHECKED_CAST")
    return view as V
}

fun ViewGroup.addHeading(words: CharSequence) = add<TextView>(R.layout.scenario_heading, 20f).run { text = words; setHeading() }

fun ViewGroup.addText(words: CharSequence, gap: Float) { add<TextView>(R.layout.scenario_small, gap).text = words }

/** A way of talking, by its name. It is read, not pressed. */
fun Chips.addChip(words: String, icon: Int = 0): TextView {
    val chip = LayoutInflater.from(context).inflate(R.layout.scenario_chip, this, false) as TextView
    chip.text = words
    chip.setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0)
    addView(chip)
    return chip
}

fun ViewGroup.chips(gap: Float) = Chips(context, null).also {
    addView(it, MarginLayoutParams(MarginLayoutParams.MATCH_PARENT, MarginLayoutParams.WRAP_CONTENT))
    (it.layoutParams as MarginLayoutParams).topMargin = dp(gap).toInt()
}

/** What someone said: the person's own lines say so in words too. */
fun ChatBubble.show(own: Boolean, name: String, say: List<TextSpan>) =
    show(if (own) Voice.YOU else Voice.OTHER, if (own) context.getString(R.string.own_line, name) else name, say.plain())

/** The ways on from a talk, each with its reason, where there is one. */
fun ViewGroup.addOnward(ways: List<Onward>, open: (String) -> Unit) {
    if (ways.isEmpty()) return
    addHeading(context.getString(R.string.for_you_now))
    val unchecked = context.getString(R.string.needs_clinician)
    val list = add<ListCard>(R.layout.scenario_ways_on, 8f)
    for (way in ways) list.addRow().run {
        title = way.title
        detail = listOfNotNull(way.why?.plain(), unchecked.takeIf { way.needsClinician }).joinToString(" ").ifEmpty { null }
        icon(R.drawable.ic_help, Tone.SAND)
        setOnClickListener { open(way.to) }
    }
}
