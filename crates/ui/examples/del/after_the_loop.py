# A loop's names outlive the loop, and so does the last thing they held.
class Page:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print(f"page {self.number} recycled")


for number in range(3):
    page = Page(number)
print("the loop is over, one page is still here")
del page
print("done")
