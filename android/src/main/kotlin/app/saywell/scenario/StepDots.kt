package app.saywell.scenario

import android.content.Context
import android.util.AttributeSet
import android.view.Gravity
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.PlaceDots
import app.saywell.ui.dp

/** Which step of how many: in words, and as dots of which the current one is long. */
class StepDots(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    private val words: TextView
    private val dots = PlaceDots(context)

    init {
        inflate(context, R.layout.scenario_steps, this)
        gravity = Gravity.CENTER
        minimumHeight = dp(24f).toInt()
        words = findViewById(R.id.step_number)
        addView(dots)
    }

    fun show(step: Int, of: Int) {
        words.text = context.getString(R.string.step_of_steps, step, of)
        dots.show(step, of)
    }
}
