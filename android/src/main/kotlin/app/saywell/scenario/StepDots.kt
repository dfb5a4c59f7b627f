package app.saywell.scenario

import android.content.Context
import android.graphics.Canvas
import android.util.AttributeSet
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.dp
import app.saywell.ui.fill
import app.saywell.ui.isRtl
import app.saywell.ui.stroke

/** Which step of how many: in words, and as dots of which the current one is long. */
class StepDots(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    private val words: TextView
    private val dots = Dots(context)

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

    private class Dots(context: Context) : View(context) {
        private val on = fill(R.color.sw_accent)
        private val off = fill(R.color.sw_line)
        private val rim = stroke(R.color.sw_control, 1f)
        private var step = 1
        private var of = 1

        fun show(step: Int, of: Int) {
            this.step = step
            this.of = of
            requestLayout()
            invalidate()
        }

        override fun onMeasure(widthSpec: Int, heightSpec: Int) = setMeasuredDimension(dp(16f * of + 8f).toInt(), dp(8f).toInt())

        override fun onDraw(canvas: Canvas) {
            canvas.save()
            if (isRtl) canvas.scale(-1f, 1f, width / 2f, 0f)
            val r = dp(4f)
            var x = 0f
            for (i in 1..of) {
                val wide = dp(if (i == step) 24f else 8f)
                if (i == step) canvas.drawRoundRect(x, 0f, x + wide, 2 * r, r, r, on) else {
                    canvas.drawCircle(x + r, r, r, off)
                    canvas.drawCircle(x + r, r, r - dp(.5f), rim)
                }
                x += wide + dp(8f)
            }
            canvas.restore()
        }
    }
}
