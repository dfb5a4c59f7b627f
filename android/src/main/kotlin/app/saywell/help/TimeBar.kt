/** The hours that are over and those that are left, as one bar. Decoration: the words above it say the same. */
package app.saywell.help

import android.content.Context
import android.graphics.Canvas
import android.graphics.Paint
import android.util.AttributeSet
import android.view.View
import app.saywell.R
import app.saywell.ui.dp
import app.saywell.ui.fill
import app.saywell.ui.isRtl
import app.saywell.ui.textPaint

class TimeBar(context: Context, attrs: AttributeSet?) : View(context, attrs) {
    private val over = fill(R.color.sw_urgent)
    private val open = fill(R.color.sw_line)
    private val ground = fill(R.color.sw_surface)
    private val label = textPaint(12f, R.color.sw_text2)
    private var left = 0
    private var limit = 1

    init { importantForAccessibility = IMPORTANT_FOR_ACCESSIBILITY_NO }

    /** Whole hours. */
    fun show(left: Int, limit: Int) {
        this.left = left
        this.limit = limit
        invalidate()
    }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) = setMeasuredDimension(getDefaultSize(0, widthSpec), (dp(28f) + label.fontSpacing).toInt())

    override fun onDraw(canvas: Canvas) {
        canvas.save()
        if (isRtl) canvas.scale(-1f, 1f, width / 2f, 0f)
        val middle = dp(10f)
        val here = place(limit - left).coerceIn(dp(10f), width - dp(10f))
        canvas.drawRoundRect(0f, middle - dp(6f), width.toFloat(), middle + dp(6f), dp(6f), dp(6f), open)
        canvas.drawRoundRect(0f, middle - dp(6f), here, middle + dp(6f), dp(6f), dp(6f), over)
        canvas.drawRect(place(DAY) - dp(1.5f), middle - dp(6f), place(DAY) + dp(1.5f), middle + dp(6f), ground)
        canvas.drawCircle(here, middle, dp(12f), ground)
        canvas.drawCircle(here, middle, dp(9f), over)
        canvas.restore()
        write(canvas, context.getString(R.string.hours_mark, 0), if (isRtl) width.toFloat() else 0f, if (isRtl) Paint.Align.RIGHT else Paint.Align.LEFT)
        write(canvas, context.getString(R.string.hours_mark, DAY), if (isRtl) width - place(DAY) else place(DAY), Paint.Align.CENTER)
        write(canvas, context.getString(R.string.hours_limit, limit), if (isRtl) 0f else width.toFloat(), if (isRtl) Paint.Align.LEFT else Paint.Align.RIGHT)
    }

    private fun place(hour: Int) = width.toFloat() * hour / limit

    private fun write(canvas: Canvas, text: String, x: Float, align: Paint.Align) {
        label.textAlign = align
        canvas.drawText(text, x, height - dp(4f), label)
    }

    private companion object {
        /** Hours after which one day of the scale is over. */
        const val DAY = 24
    }
}
