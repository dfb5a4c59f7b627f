package app.saywell.scenario

import android.content.Context
import android.util.AttributeSet
import android.view.View
import android.widget.LinearLayout
import app.saywell.R
import app.saywell.ui.dp
import app.saywell.ui.textScale

/** The switch between a talk on one's own and a talk with someone. */
class Company(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    private val alone: View
    private val both: View

    /** Told when the person has picked the other side. */
    var onPick: (Boolean) -> Unit = {}

    var together = false
        set(value) {
            field = value
            alone.isSelected = !value
            both.isSelected = value
        }

    init {
        inflate(context, R.layout.scenario_company, this)
        setBackgroundResource(R.drawable.switch_track)
        setPadding(dp(4f).toInt(), dp(2f).toInt(), dp(4f).toInt(), dp(2f).toInt())
        alone = findViewById(R.id.alone)
        both = findViewById(R.id.together)
        listOf(alone, both).forEachIndexed { i, side ->
            side.contentDescription = context.getString(if (i == 0) R.string.on_my_own else R.string.with_someone) +
                ", " + context.getString(R.string.step_of, i + 1, 2)
            side.setOnClickListener { pick(side === both) }
            if (textScale > 1.3f) side.layoutParams = LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT)
        }
        if (textScale > 1.3f) orientation = VERTICAL
        together = false
    }

    private fun pick(together: Boolean) {
        if (together == this.together) return
        this.together = together
        onPick(together)
    }
}
