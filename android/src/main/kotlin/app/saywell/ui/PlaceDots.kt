/** Where one is among a few pages or steps: a dot for each, the one that is seen long. Whoever shows it says it in words too. */
package app.saywell.ui

import android.content.Context
import android.graphics.Canvas
import android.util.AttributeSet
import android.view.View
import app.saywell.R

class PlaceDots(context: Context, attrs: AttributeSet? = null) : View(context, attrs) {
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
