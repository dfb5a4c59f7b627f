package app.saywell.lesson

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.view.ViewGroup.MarginLayoutParams
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.ChatBubble
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.Standing
import app.saywell.ui.Voice
import app.saywell.ui.addProse
import app.saywell.ui.addWords
import app.saywell.ui.dp
import app.saywell.ui.plain
import org.saywell.engine.CardKind
import org.saywell.engine.CheckFeedback
import org.saywell.engine.CheckOption
import org.saywell.engine.Step
import org.saywell.engine.TextSpan

/** Fills [body] with what a card shows below its title; [open] is told the id that words or a button lead to. */
class CardBody(private val body: ViewGroup, private val open: (String) -> Unit) {
    private val context = body.context

    fun gate(gate: CardKind.Gate, answer: (String) -> Unit) {
        body.addProse(gate.body, open)
        for (door in gate.doors) add(ChoiceRow(context), if (door == gate.doors.first()) 20f else 8f).run {
            show(Choice(door.text.plain()))
            setOnClickListener { answer(door.id) }
        }
    }

    fun read(read: CardKind.Read) = body.addProse(read.body, open)

    fun exchange(exchange: CardKind.Exchange) {
        words(R.layout.lesson_scene, exchange.scene, 0f)
        for (line in exchange.lines) {
            val yours = line.by == "you"
            val name = if (yours) context.getString(R.string.you) else if (line.by == "partner") context.getString(R.string.partner) else line.by
            add(ChatBubble(context), 12f).show(if (yours) Voice.YOU else Voice.OTHER, name, line.say.plain())
        }
        words(R.layout.lesson_notice, exchange.notice, 20f)
    }

    /** Before a tap all are open. After one that is not the better one the rest stay open once; then every answer has its reason. */
    fun check(check: CardKind.Check, said: CheckFeedback?, answer: (String) -> Unit) {
        val again = said?.again
        for (option in check.options) add(ChoiceRow(context), if (option == check.options.first()) 0f else 8f).run {
            show(Choice(option.text.plain(), standing(option, said), option.why.plain().takeIf { said != null && (again == null || option.id == said.option) }))
            if (isClickable) setOnClickListener { answer(option.id) }
        }
        if (again != null) words(R.layout.lesson_again, again, 16f)
    }

    private fun standing(option: CheckOption, said: CheckFeedback?) = when {
        said == null -> Standing.IDLE
        option.id == said.option -> if (said.right) Standing.WORKS_WELL else Standing.NOT_QUITE
        said.again != null -> Standing.IDLE
        else -> if (option.right) Standing.WORKS_WELL else Standing.OTHER
    }

    fun step(step: Step) {
        words(R.layout.paragraph, step.text, 0f)
        if (step.needsClinician) inflate(R.layout.needs_clinician, 16f)
    }

    /** A card a row: its name, and each column's words under the column's name. */
    fun table(table: CardKind.Table) = table.rows.forEachIndexed { i, row ->
        val card = inflate(R.layout.lesson_table_row, if (i == 0) 0f else 12f) as ViewGroup
        row.cells.zip(table.columns).forEachIndexed { column, (cell, name) ->
            if (column == 0) return@forEachIndexed card.addTitle(cell)
            (LayoutInflater.from(context).inflate(R.layout.lesson_column, card, false) as TextView).run { text = name; card.addView(this) }
            card.addWords(R.layout.lesson_cell, cell, open, 0f)
        }
        if (row.needsClinician) card.addView(LayoutInflater.from(context).inflate(R.layout.needs_clinician, card, false).below(12f))
    }

    private fun ViewGroup.addTitle(cell: List<TextSpan>) { addWords(R.layout.lesson_row_title, cell, open, 0f) }

    fun reflect(reflect: CardKind.Reflect, written: String?): EditText {
        words(R.layout.paragraph, reflect.hint, 0f)
        val field = inflate(R.layout.lesson_note, 16f)
        return field.findViewById<EditText>(R.id.note).apply { setText(written) }
    }

    fun practise(practise: CardKind.Practise) {
        words(R.layout.paragraph, practise.body, 0f)
        inflate(R.layout.lesson_practise, 20f).setOnClickListener { open(practise.to) }
    }

    private fun words(layout: Int, line: List<TextSpan>, gap: Float) = body.addWords(layout, line, open, gap).below(gap)

    private fun inflate(layout: Int, gap: Float): View =
        LayoutInflater.from(context).inflate(layout, body, false).below(gap).also(body::addView)

    private fun <V : View> add(view: V, gap: Float) = view.also {
        body.addView(it, LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT))
        it.below(gap)
    }

    private fun View.below(gap: Float) = apply { (layoutParams as MarginLayoutParams).topMargin = dp(gap).toInt() }
}
