/** Short parts one after the other; what does not fit into a line begins the next one. */
package app.saywell.ui

import android.content.Context
import android.util.AttributeSet
import android.view.View.MeasureSpec.AT_MOST
import android.view.View.MeasureSpec.UNSPECIFIED
import android.view.View.MeasureSpec.makeMeasureSpec
import android.view.ViewGroup

class Chips(context: Context, attrs: AttributeSet?) : ViewGroup(context, attrs) {
    private val gap = dp(8f).toInt()

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val width = MeasureSpec.getSize(widthSpec)
        for (i in 0 until childCount) getChildAt(i).measure(makeMeasureSpec(width, AT_MOST), makeMeasureSpec(0, UNSPECIFIED))
        setMeasuredDimension(width, place(width) { _, _, _ -> })
    }

    override fun onLayout(changed: Boolean, left: Int, top: Int, right: Int, bottom: Int) {
        place(width) { i, start, y ->
            val child = getChildAt(i)
            val x = if (isRtl) width - start - child.measuredWidth else start
            child.layout(x, y, x + child.measuredWidth, y + child.measuredHeight)
        }
    }

    override fun generateLayoutParams(attrs: AttributeSet): LayoutParams = MarginLayoutParams(context, attrs)

    /** Tells [at] of each part how far it stands from the start and from the top; the height of all lines together, in px. */
    private fun place(width: Int, at: (i: Int, start: Int, top: Int) -> Unit): Int {
        var start = 0
        var top = 0
        var line = 0
        for (i in 0 until childCount) {
            val child = getChildAt(i)
            if (start > 0 && start + child.measuredWidth > width) {
                start = 0
                top += line + gap
                line = 0
            }
            at(i, start, top)
            start += child.measuredWidth + gap
            line = maxOf(line, child.measuredHeight)
        }
        return top + line
    }
}
