/** Bodies with something of everything. */

export const HTML = `<div class="separator"><a href="https://1.bp.blogspot.com/x/s1600/rose.png"><img src="https://1.bp.blogspot.com/x/s320/rose.png" width="320"></a></div>
Red <b>roses<br></b>and <i>white</i> ones.<br><br>A <a href="http://garden.blogspot.de/2024/05/lilies.html?m=1#c2">link</a>, H<sub>2</sub>O &amp; &lt;stdin&gt;.
<a name="more"></a><pre class="brush: python">if a[0] &lt; 1:<br>    pass</pre><ul><li>one<ul><li>two</li></ul></li></ul>
<table class="tr-caption-container"><tr><td><img src="data:image/png;base64,iVBORw0KGgo="></td></tr><tr><td class="tr-caption">A rose</td></tr></table>
<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2<br>3</td></tr></table><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>
<p>A note.<sup><a href="#fn1" id="r1">1</a></sup></p><ol><li id="fn1">The note. <a href="#r1">↩</a></li></ol><script>x()</script>`;

export const MARKDOWN = `Red **roses**, and [lilies]({% post_url 2024-05-02-lilies %}).

{% highlight python %}
if a < 1: pass
{% endhighlight %}

![A rose](/images/rose.png "Title"){: .right}

{{< figure src="rose.png" caption="A rose" >}} {{< ref "lilies.md" >}} {% asset_img rose.png %} {{ site.baseurl }}

<img src="rose.png"> [ref][1]

[1]: /2024/05/lilies.html
`;
