/** One line of a talk: the speaker's name and a bubble with its tail on the speaker's side. */
package app.saywell.ui

import android.content.Context
import android.graphics.drawable.GradientDrawable
import android.util.AttributeSet
import android.view.Gravity
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R

/** The other person speaks in sand from the start edge, you in lake from the end edge. */
enum class Voice(val side: Int, val fill: Int, val ink: Int) {
    OTHER(Gravity.START, R.color.sw_sand, R.color.sw_on_sand),
    YOU(Gravity.END, R.color.sw_accent_soft, R.color.sw_on_accent_soft),
}

class ChatBubble(context: Context, attrs: AttributeSet? = null) : LinearLayout(context, attrs) {
    private val who: TextView
    private val said: TextView
    private var voice = Voice.OTHER

    init {
        inflate(context, R.layout.chat_bubble, this)
        orientation = VERTICAL
        who = findViewById(R.id.who)
        said = findViewById(R.id.said)
        isFocusable = true // read as one: "Friend: Stay."
    }

    fun show(voice: Voice, name: String, words: String) {
        this.voice = voice
        gravity = voice.side
        who.text = name
        said.text = words
        said.setTextColor(color(voice.ink))
        said.background = bubble()
        contentDescription = context.getString(R.string.says, name, words)
    }

    override fun onRtlPropertiesChanged(layoutDirection: Int) {
        super.onRtlPropertiesChanged(layoutDirection)
        said.background = bubble()
    }

    /** A shape in XML knows left and right only; the tail has to know start and end. */
    private fun bubble() = GradientDrawable().apply {
        setColor(color(voice.fill))
        val round = resources.getDimension(R.dimen.radius_card)
        val tail = resources.getDimension(R.dimen.radius_tail)
        val tailLeft = (voice == Voice.OTHER) != isRtl
        val left = if (tailLeft) tail else round
        val right = if (tailLeft) round else tail
        cornerRadii = floatArrayOf(round, round, round, round, right, right, left, left)
    }
}
