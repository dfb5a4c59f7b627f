/** A row that opens something: a round icon, a title, a second line and an icon at the end. */
package app.saywell.ui

import android.content.Context
import android.graphics.Typeface
import android.util.AttributeSet
import android.view.Gravity
import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R

/** The ground of the round icon: lake for what is the person's own, sand for what involves someone else; none where rows set something. */
enum class Tone(val ground: Int, val ink: Int) {
    LAKE(R.drawable.dot_lake, R.color.sw_on_accent_soft),
    SAND(R.drawable.dot_sand, R.color.sw_on_sand),
    PLAIN(0, R.color.sw_text),
}

class ListRow(context: Context, attrs: AttributeSet? = null) : LinearLayout(context, attrs) {
    private val dot: ImageView
    private val name: TextView
    private val more: TextView

    var title: CharSequence?
        get() = name.text
        set(value) { name.text = value }

    var detail: CharSequence?
        get() = more.text
        set(value) {
            more.text = value
            more.visibility = if (value.isNullOrEmpty()) View.GONE else View.VISIBLE
        }

    init {
        inflate(context, R.layout.list_row, this)
        gravity = Gravity.CENTER_VERTICAL
        minimumHeight = resources.getDimensionPixelSize(R.dimen.row)
        setPadding(dp(16f).toInt(), dp(8f).toInt(), dp(16f).toInt(), dp(8f).toInt())
        setBackgroundResource(R.drawable.row_press)
        isClickable = true
        isFocusable = true
        dot = findViewById(R.id.dot)
        name = findViewById(R.id.name)
        more = findViewById(R.id.more)
        val given = context.obtainStyledAttributes(attrs, R.styleable.ListRow)
        title = given.getString(R.styleable.ListRow_title)
        detail = given.getString(R.styleable.ListRow_detail)
        icon(given.getResourceId(R.styleable.ListRow_icon, 0), Tone.entries[given.getInt(R.styleable.ListRow_tone, 0)])
        findViewById<ImageView>(R.id.end).setImageResource(given.getResourceId(R.styleable.ListRow_endIcon, R.drawable.ic_next))
        given.recycle()
    }

    /** No icon, no dot; and with large text the dot gives way first. */
    fun icon(id: Int, tone: Tone) {
        dot.visibility = if (id == 0 || textScale > 1.5f) View.GONE else View.VISIBLE
        dot.setImageResource(id)
        dot.setBackgroundResource(tone.ground)
        dot.setColorFilter(color(tone.ink))
        if (tone == Tone.PLAIN) plain()
    }

    private fun plain() {
        dot.layoutParams.width = dp(24f).toInt()
        dot.layoutParams.height = dp(24f).toInt()
        name.typeface = Typeface.SANS_SERIF
    }

    /** How far something is: a ring that fills. */
    fun ring(done: Int, of: Int) {
        icon(R.drawable.ring, Tone.LAKE)
        dot.background = null
        dot.clearColorFilter()
        dot.setImageLevel(if (of == 0) 0 else FULL * done / of)
    }

    /** The person is at what this row opens: the row says so in words too. */
    fun here() {
        setBackgroundResource(R.drawable.row_here)
        more.setTextColor(color(R.color.sw_on_accent_soft))
    }

    private companion object { const val FULL = 10_000 }
}
